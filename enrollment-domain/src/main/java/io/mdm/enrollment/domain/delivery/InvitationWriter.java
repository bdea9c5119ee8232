package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;

/** Contents of invitations: always the same for the same token, generation and mailing. */
final class InvitationWriter {
    private final PersonalLinks links;

    InvitationWriter(PersonalLinks links) {
        this.links = links;
    }

    Invitation write(EnrollmentToken token, EnrollmentBatch batch, PromisedMailing mailing, Organization organization) {
        return new Invitation(
                String.join(".", token.id(), String.valueOf(token.generation()), String.valueOf(mailing.number())),
                token.email().orElseThrow(),
                token.language(),
                token.settings(batch).displayName(),
                mailing.note().orElse(token.settings(batch).emailText()),
                links.linkTo(token),
                links.codeOf(token),
                token.expireAt(),
                organization.name(),
                organization.windowsEnterprise().orElseThrow());
    }
}
