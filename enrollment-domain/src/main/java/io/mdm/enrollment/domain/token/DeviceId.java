package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ObjectIdFormat;
import java.util.Locale;

/** Id that the MDM server gave to a device, in lower case. */
public record DeviceId(String hex) {

    /** @throws IllegalArgumentException unless the text is 24 hexadecimal digits */
    public static DeviceId of(String text) {
        if (!ObjectIdFormat.matches(text)) {
            throw new IllegalArgumentException("a device id is 24 hexadecimal digits");
        }
        return new DeviceId(text.toLowerCase(Locale.ROOT));
    }
}
