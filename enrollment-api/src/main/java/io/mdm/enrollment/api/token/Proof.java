package io.mdm.enrollment.api.token;

/** Proof of ownership: opens one enrollment token. */
public sealed interface Proof {

    /**
     * Credential, the last part of the personal link.
     *
     * @param value bearer string
     */
    record Credential(String value) implements Proof {

        /** Omits the secret. */
        @Override
        public String toString() {
            return "Credential";
        }
    }

    /**
     * Code, typed together with the address where a link cannot be opened. Twenty wrong codes for an address within an
     * hour lock the codes of its live tokens until the hour is over, 200 in all for good; their links keep working.
     *
     * @param email invited address, in any form that counts as the same recipient
     * @param enrollCode in any case, all but letters and digits ignored
     */
    record Code(String email, String enrollCode) implements Proof {

        /** Omits the secret and the address. */
        @Override
        public String toString() {
            return "Code";
        }
    }
}
