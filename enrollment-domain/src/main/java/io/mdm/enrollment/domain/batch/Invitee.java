package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.domain.recipient.Recipient;

/**
 * Admitted recipient, who gets a token.
 *
 * @param index position in the request, from 0
 */
public record Invitee(int index, Recipient recipient, Particulars particulars) {

    /** To whom the shared settings apply. */
    public Invitee(int index, Recipient recipient) {
        this(index, recipient, Particulars.NONE);
    }
}
