package io.mdm.enrollment.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Link that opens device enrollment in Windows settings (Microsoft: "Deep link enrollment", Windows 10 1703 and later).
 */
final class DeepLink {
    private DeepLink() {}

    static String of(String username, String serverName, String accessToken) {
        return "ms-device-enrollment:?mode=mdm&username=" + encoded(username) + "&servername=" + encoded(serverName)
                + "&accesstoken=" + encoded(accessToken);
    }

    /** Percent-encoding (RFC 3986, section 2.1): Windows does not decode the plus of form encoding. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
