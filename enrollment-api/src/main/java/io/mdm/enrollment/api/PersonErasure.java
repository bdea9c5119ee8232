package io.mdm.enrollment.api;

/** Erasure of one person on request. */
public interface PersonErasure {

    /**
     * Revokes the person's live tokens, withdraws queued mails, and erases the address and names wherever this
     * organization stores them, and every setting and rejected text that contains the address, in any case. Data of
     * other organizations is left alone. Repeating the call changes nothing.
     *
     * @param email address in any form that counts as the same recipient, or a text that was rejected as an address
     */
    ErasedPerson erase(String organizationId, String email);
}
