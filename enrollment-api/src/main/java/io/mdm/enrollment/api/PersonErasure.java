package io.mdm.enrollment.api;

/** Erases one person on request. */
public interface PersonErasure {

    /**
     * Takes back the person's tokens that can still be used, stops mails that have not left, and erases the address and
     * names wherever they are stored for this organization. Other organizations keep theirs. Repeating it changes nothing.
     *
     * @param organizationId whose
     * @param email the address in any form that counts as the same recipient, or a text that was rejected as an address
     */
    ErasedPerson erase(String organizationId, String email);
}
