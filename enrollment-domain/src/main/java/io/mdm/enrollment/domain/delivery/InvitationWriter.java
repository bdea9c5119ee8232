package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.Invitation.Reminding;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;
import java.util.Optional;

/** Contents of invitations: always the same for the same token, generation and mailing. */
final class InvitationWriter {
    private final PersonalLinks links;

    InvitationWriter(PersonalLinks links) {
        this.links = links;
    }

    Invitation write(EnrollmentToken token, EnrollmentBatch batch, PromisedMailing mailing, Organization organization) {
        return new Invitation(
                messageKey(token, token.generation(), mailing.number()),
                token.email().orElseThrow(),
                token.name().orElse(null),
                token.language(),
                token.settings(batch).displayName(),
                mailing.note().orElse(token.settings(batch).emailText()),
                links.linkTo(token),
                links.codeOf(token),
                token.expireAt(),
                organization,
                mailing.isReminder() ? Optional.of(new Reminding(firstMessageKey(token, batch))) : Optional.empty());
    }

    /** What the holder of this token would get, with a link and a code that open nothing. */
    Invitation preview(EnrollmentToken token, EnrollmentBatch batch, Organization organization) {
        return new Invitation(
                messageKey(token, 0, DeliveryLane.FIRST_MAILING),
                token.email().orElseThrow(),
                token.name().orElse(null),
                token.language(),
                token.settings(batch).displayName(),
                batch.settings().emailText(),
                links.preview(),
                PersonalLinks.PREVIEW_CODE,
                token.expireAt(),
                organization,
                Optional.empty());
    }

    /** That of the invitation that was promised with the token, whose link nobody had rotated. */
    private static Optional<String> firstMessageKey(EnrollmentToken token, EnrollmentBatch batch) {
        return batch.settings().sendEmail()
                ? Optional.of(messageKey(token, 0, DeliveryLane.FIRST_MAILING))
                : Optional.empty();
    }

    private static String messageKey(EnrollmentToken token, int generation, int mailing) {
        return String.join(".", token.id(), String.valueOf(generation), String.valueOf(mailing));
    }
}
