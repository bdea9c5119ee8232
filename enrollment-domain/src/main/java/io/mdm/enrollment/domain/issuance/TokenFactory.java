package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.credential.SaltSource;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.OwnSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Factory of a batch's tokens; the directory tells which user each recipient is. */
@Dependent
class TokenFactory {
    private final MdmDirectory directory;
    private final CredentialFactory credentials;
    private final SaltSource salts;

    @Inject
    TokenFactory(MdmDirectory directory, CredentialFactory credentials, SaltSource salts) {
        this.directory = directory;
        this.credentials = credentials;
        this.salts = salts;
    }

    List<EnrollmentToken> issueAll(EnrollmentBatch batch, List<Invitee> invitees) {
        var addresses = invitees.stream()
                .flatMap(invitee -> invitee.recipient().spellings().stream())
                .toList();
        var users = directory.usersByAddress(batch.organizationId(), addresses);
        var settings = new OwnSettings(batch);
        return invitees.stream()
                .map(invitee -> EnrollmentToken.issue(
                        batch,
                        invitee,
                        invitee.recipient().spellings().stream()
                                .flatMap(address -> Stream.ofNullable(users.get(address)))
                                .findFirst(),
                        new CredentialSeed(credentials.signingKeyId(), salts.next()),
                        settings))
                .toList();
    }
}
