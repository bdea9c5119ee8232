package io.mdm.enrollment.host;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tokens that the host was told of once they existed. */
@ApplicationScoped
public class CreatedTokens {
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenCreated created) {
        ids.add(created.tokenId());
    }

    public boolean contain(String tokenId) {
        return ids.contains(tokenId);
    }
}
