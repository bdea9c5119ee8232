package io.mdm.enrollment.domain.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Count of the wrong codes that were tried for a token's address. After {@value #MAX_OF_HOUR} within an hour the code
 * does not work until that hour is over, after {@value #MAX} in all not any more. Nothing is counted while the code
 * does not work: such tries tell nothing.
 */
@Embeddable
class WrongCodes {
    static final int MAX_OF_HOUR = 20;
    static final int MAX = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    @Column(name = "code_tries")
    private int all;

    @Column(name = "code_tries_of_hour")
    private int ofHour;

    /** When the first one of the hour was tried; null before any. */
    @Column(name = "code_hour_at")
    private @Nullable Instant hourAt;

    /** None so far; for JPA, too. */
    protected WrongCodes() {}

    boolean areTooMany(Instant now) {
        return all >= MAX || (ofHour >= MAX_OF_HOUR && !isOver(now));
    }

    /**
     * Counts one more, unless there are too many.
     *
     * @return whether it was counted
     */
    boolean count(Instant now) {
        if (areTooMany(now)) {
            return false;
        }
        if (isOver(now)) {
            hourAt = now;
            ofHour = 0;
        }
        ofHour++;
        all++;
        return true;
    }

    int all() {
        return all;
    }

    private boolean isOver(Instant now) {
        return hourAt == null || !now.isBefore(hourAt.plus(HOUR));
    }
}
