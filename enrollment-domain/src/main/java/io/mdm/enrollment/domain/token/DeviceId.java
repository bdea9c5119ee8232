package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.ObjectId;
import java.util.Locale;

/** The id the MDM server gave to a device, in lower case. */
public record DeviceId(String hex) {

    /** @throws IllegalArgumentException unless the text is 24 hexadecimal digits */
    public static DeviceId of(String text) {
        if (!ObjectId.isId(text)) {
            throw new IllegalArgumentException("a device id is 24 hexadecimal digits");
        }
        return new DeviceId(text.toLowerCase(Locale.ROOT));
    }
}
