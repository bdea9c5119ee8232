package io.mdm.enrollment.web.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kind of device on which a page is read, as far as the browser tells. */
enum Device {
    WINDOWS,
    /** Phone, tablet, Mac: not the device to enroll. */
    ANOTHER,
    UNKNOWN;

    private static final Set<String> OTHER_PLATFORMS =
            Set.of("Android", "iOS", "macOS", "Chrome OS", "Chromium OS", "Linux");
    /** Windows phones cannot be enrolled any more, and identify as Android too. */
    private static final Pattern OTHER_AGENT =
            Pattern.compile("Android|iPhone|iPad|iPod|Macintosh|CrOS|Windows Phone|X11; Linux");

    /**
     * Device by the platform header, else by the user agent.
     *
     * @param platform {@code Sec-CH-UA-Platform} (User-Agent Client Hints, section 3.6), in quotation marks
     * @param agent {@code User-Agent}
     */
    static Device of(@Nullable String platform, @Nullable String agent) {
        return platform != null && platform.length() > 2
                ? ofPlatform(platform.replace("\"", "").strip(), agent == null ? "" : agent)
                : ofAgent(agent == null ? "" : agent);
    }

    private static Device ofPlatform(String platform, String agent) {
        if (platform.equals("Windows")) {
            return WINDOWS;
        }
        return OTHER_PLATFORMS.contains(platform) ? ANOTHER : ofAgent(agent);
    }

    private static Device ofAgent(String agent) {
        if (OTHER_AGENT.matcher(agent).find()) {
            return ANOTHER;
        }
        return agent.contains("Windows NT") ? WINDOWS : UNKNOWN;
    }

    /** Whether this may be the device to enroll. */
    boolean mayEnroll() {
        return this != ANOTHER;
    }

    /** Whether the device to enroll may be another one. */
    boolean mayBeTheWrongOne() {
        return this != WINDOWS;
    }
}
