package io.mdm.enrollment.chaos;

import java.util.Optional;

/**
 * A person of a bulk that reminds.
 *
 * @param batchId of that bulk
 * @param tokenId of its token
 * @param link of its token
 * @param otherLink of another token of the person, from a bulk that does not remind
 * @param standing when the reminders come due
 */
record Invitee(
        String address, String batchId, String tokenId, String link, Optional<String> otherLink, Standing standing) {

    /** What is known of a person when the reminders come due. */
    enum Standing {
        /** Invited more than an hour before, with a live token: to be reminded, unless they enroll first. */
        TO_BE_REMINDED,
        ENROLLED,
        /** With the token of another bulk. */
        ENROLLED_OTHERWISE,
        /** Invited within the hour. */
        JUST_INVITED,
        REVOKED
    }

    Invitee of(Standing other) {
        return new Invitee(address, batchId, tokenId, link, otherLink, other);
    }

    /** The link with which the person enrolls: the other one if there is one. */
    String enrollsWith() {
        return otherLink.orElse(link);
    }
}
