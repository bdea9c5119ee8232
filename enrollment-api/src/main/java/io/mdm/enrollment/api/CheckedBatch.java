package io.mdm.enrollment.api;

import io.mdm.enrollment.api.report.RecipientOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcome that a bulk request would have now.
 *
 * @param recipients in request order
 */
public record CheckedBatch(List<CheckedRecipient> recipients) {

    /**
     * One recipient.
     *
     * @param index position in the request, from 0
     * @param email the address as it would be stored, or as given if it is not valid
     * @param fault what is wrong with an address that is not valid; null for others
     * @param suggestion the address that was most likely meant, where it is not valid; null if nobody can tell
     */
    public record CheckedRecipient(
            int index,
            String email,
            RecipientOutcome outcome,
            @Nullable AddressFault fault,
            @Nullable String suggestion) {

        /** Says nothing about the person. */
        @Override
        public String toString() {
            return "CheckedRecipient[" + index + " " + outcome + "]";
        }
    }

    /** Reason why a text is no deliverable address; the first that applies. */
    public enum AddressFault {
        /** There is nothing but white space. */
        EMPTY,
        /** It is longer than 254 octets, or its part before the {@code @} is longer than 64. */
        TOO_LONG,
        /** White space or a character that nobody sees stands in it. */
        HIDDEN_CHARACTER,
        /** It has no {@code @}, or nothing before it. */
        NO_AT_SIGN,
        /** The part before the {@code @} is malformed, or needs SMTPUTF8 (RFC 6531), which is not switched on. */
        LOCAL_PART,
        /** The part behind the {@code @} is no domain of two labels or more. */
        DOMAIN
    }

    /** How many recipients would get a token. */
    public int success() {
        return (int) recipients.stream()
                .filter(recipient -> recipient.outcome() == RecipientOutcome.CREATED)
                .count();
    }
}
