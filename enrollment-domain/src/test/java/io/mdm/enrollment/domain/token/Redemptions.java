package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import java.util.Map;
import java.util.Optional;

/** The redemption over stored tokens, for tests of other modules. */
public final class Redemptions {
    private Redemptions() {}

    /** Each call has to be made in a transaction. */
    public static TokenRedemption of(
            EnrollmentTokens tokens, EnrollmentBatches batches, CredentialFactory credentials, ModuleClock clock) {
        return new TransactionalTokenRedemption(
                new TokenLookup(tokens, credentials, new InMemoryEvent<>(), clock),
                new AuditTrail(new InMemoryAuditEntries(), () -> Optional.of("admin@acme.example"), clock),
                new RecordedTokenEnds().ends(),
                new TokenDescriptions(
                        batches, (of, found) -> Map.of(), new InMemoryMdmDirectory(), Examples.links(), clock),
                clock);
    }
}
