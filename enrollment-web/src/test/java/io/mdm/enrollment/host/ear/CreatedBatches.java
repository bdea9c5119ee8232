package io.mdm.enrollment.host.ear;

import io.mdm.enrollment.api.EnrollmentBatchCreated;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashSet;
import java.util.Set;

/**
 * Batches that the host was told of once they existed. In an EJB-JAR of the host, because on Payara no observer in
 * another WAR hears of them.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CreatedBatches {
    private final Set<String> ids = new HashSet<>();

    public void add(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCreated created) {
        ids.add(created.batchId());
    }

    public boolean contain(String batchId) {
        return ids.contains(batchId);
    }
}
