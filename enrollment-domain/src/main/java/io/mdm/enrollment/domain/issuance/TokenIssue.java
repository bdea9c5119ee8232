package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.credential.CredentialMint;
import io.mdm.enrollment.domain.credential.Salts;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.Seed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Issues the tokens of a batch, each to whom the directory says the recipient is. */
@ApplicationScoped
class TokenIssue {
    @Inject
    MdmDirectory directory;

    @Inject
    CredentialMint mint;

    @Inject
    Salts salts;

    List<EnrollmentToken> issueAll(EnrollmentBatch batch, List<Invitee> invitees) {
        var keys = invitees.stream().map(invitee -> invitee.recipient().key()).toList();
        var users = directory.usersByAddress(batch.organizationId(), keys);
        return invitees.stream()
                .map(invitee -> EnrollmentToken.issue(
                        batch,
                        invitee,
                        Optional.ofNullable(users.get(invitee.recipient().key())),
                        new Seed(mint.signingKeyId(), salts.next())))
                .toList();
    }
}
