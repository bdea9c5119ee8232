package io.mdm.enrollment.api.spi;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Types of events that webhooks receive. */
public enum EventType {
    TOKEN_CREATED("enrollmentToken.created"),
    TOKEN_REDEEMED("enrollmentToken.redeemed"),
    TOKEN_REVOKED("enrollmentToken.revoked"),
    TOKEN_EXPIRED("enrollmentToken.expired"),
    INVITATION_SENT("invitation.sent"),
    INVITATION_FAILED("invitation.failed"),
    BULK_CREATED("bulk.created"),
    BULK_COMPLETED("bulk.completed");

    private static final String PREFIX = "mdm.windows.";

    private final String wireName;

    EventType(String name) {
        this.wireName = PREFIX + name;
    }

    /** Type attribute of its CloudEvents. */
    public String wireName() {
        return wireName;
    }

    /**
     * Types that a webhook asks for.
     *
     * @param patterns names, names that end with {@code .*} for all that begin so, or {@code *}; separated by spaces or
     *     commas. Other words ask for nothing
     */
    public static Set<EventType> asked(String patterns) {
        var asked = EnumSet.noneOf(EventType.class);
        for (var pattern : patterns.strip().split("[\\s,]+", -1)) {
            Stream.of(values()).filter(type -> type.matches(pattern)).forEach(asked::add);
        }
        return asked;
    }

    private boolean matches(String pattern) {
        return pattern.equals("*")
                || pattern.equals(wireName)
                || (pattern.endsWith(".*") && wireName.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
