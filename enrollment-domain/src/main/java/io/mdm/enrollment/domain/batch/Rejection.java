package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.domain.recipient.Recipient;

/**
 * Rejected recipient, who gets no token.
 *
 * @param index position in the request, from 0
 * @param email the address as given, trimmed, however wrong or long it is
 * @param reason anything but {@link RecipientOutcome#CREATED}
 */
public record Rejection(int index, String email, RecipientOutcome reason) {

    /** Hash by which the rejection is found when the person is to be erased. */
    public long addressHash() {
        return Recipient.hashOf(email);
    }
}
