package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts together what an invitation says: always the same for the same generation of a token and round. */
@ApplicationScoped
class InvitationWriter {
    @Inject
    PersonalLinks links;

    @Inject
    ModuleConfiguration configuration;

    Invitation write(EnrollmentToken token, EnrollmentBatch batch, int mailing, Organization organization) {
        var email = token.email().orElseThrow();
        return new Invitation(
                String.join(".", token.id(), String.valueOf(token.generation()), String.valueOf(mailing)),
                address(email),
                email,
                token.language(),
                token.settings(batch).displayName(),
                token.settings(batch).emailText(),
                links.linkTo(token),
                links.codeOf(token),
                token.expireAt(),
                organization.name(),
                organization.windowsEnterprise().orElseThrow());
    }

    private String address(String email) {
        var localPart = LocalPart.allowedBy(configuration);
        return Recipient.of(email, localPart).orElseThrow().address();
    }
}
