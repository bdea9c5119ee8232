package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.domain.recipient.Recipient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Live tokens by their recipients, read and revoked as part of the running transaction. */
public interface HeldTokens {

    /**
     * The live tokens of the organization whose recipients have one of these {@linkplain Recipient#hash hashes}, in
     * order of creation, read by one transaction at a time, as {@link EnrollmentTokens#countLiveInTurn} counts.
     *
     * @throws EnrollmentException of {@link EnrollmentProblem#BUSY} after a wait of 3 s
     */
    List<HeldToken> findInTurn(String organizationId, Collection<Long> addressHashes, Instant now);

    /**
     * Revokes those of the tokens that are still pending.
     *
     * @return those
     */
    List<HeldToken> revoke(String organizationId, Collection<HeldToken> tokens, Instant now);
}
