package io.mdm.enrollment.api.token;

/** What a person shows to prove that an enrollment token is theirs. */
public sealed interface Proof {

    /**
     * What stands at the end of the personal link.
     *
     * @param value the bearer string
     */
    record Credential(String value) implements Proof {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "Credential";
        }
    }

    /**
     * What is typed where a link cannot be opened. After ten wrong codes for an address, those of its tokens that were
     * live then open by their link alone.
     *
     * @param email the invited address, in any form that counts as the same recipient
     * @param enrollCode in any case, hyphens and spaces ignored
     */
    record Code(String email, String enrollCode) implements Proof {

        /** Says nothing of the secret and of the person. */
        @Override
        public String toString() {
            return "Code";
        }
    }
}
