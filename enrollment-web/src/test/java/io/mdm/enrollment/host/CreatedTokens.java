package io.mdm.enrollment.host;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tokens that the host was told of once they existed. */
@ApplicationScoped
public class CreatedTokens {
    private final Queue<EnrollmentTokenCreated> tokens = new ConcurrentLinkedQueue<>();

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenCreated created) {
        tokens.add(created);
    }

    public boolean contain(String tokenId) {
        return tokens.stream().anyMatch(token -> token.tokenId().equals(tokenId));
    }

    List<EnrollmentTokenCreated> ofBatch(String batchId) {
        return tokens.stream().filter(token -> token.batchId().equals(batchId)).toList();
    }
}
