package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.Chunks.strings;

import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Dependent
class JpaEnrollmentBatches implements EnrollmentBatches {
    private static final int MAX_EMAIL_LENGTH = 320;

    @PersistenceContext(unitName = "enrollment")
    EntityManager entities;

    private final EnrollmentDatabase database;

    @Inject
    JpaEnrollmentBatches(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public void add(EnrollmentBatch batch, List<Rejection> rejections) {
        entities.persist(batch);
        Chunks.of(
                rejections,
                chunk -> database.updateLater(
                        """
                insert into enrollment.enrollment_rejection (batch_id, batch_index, email, address_hash, reason)
                select ?, r.* from unnest(?, ?, ?, ?) as r
                """,
                        batch.id(),
                        Chunks.integers(chunk, Rejection::index),
                        strings(chunk, rejection -> cut(rejection.email())),
                        Chunks.longs(chunk, Rejection::addressHash),
                        strings(chunk, rejection -> rejection.reason().name())));
    }

    /** Cuts between characters, never inside a surrogate pair. */
    private static String cut(String email) {
        if (email.length() <= MAX_EMAIL_LENGTH) {
            return email;
        }
        int end =
                Character.isHighSurrogate(email.charAt(MAX_EMAIL_LENGTH - 1)) ? MAX_EMAIL_LENGTH - 1 : MAX_EMAIL_LENGTH;
        return email.substring(0, end);
    }

    @Override
    public Optional<EnrollmentBatch> find(String organizationId, String batchId) {
        return find(organizationId, batchId, LockModeType.NONE);
    }

    @Override
    public Optional<EnrollmentBatch> findForUpdate(String organizationId, String batchId) {
        return find(organizationId, batchId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<EnrollmentBatch> find(String organizationId, String batchId, LockModeType lock) {
        return Optional.of(batchId)
                .filter(ObjectIdFormat::matches) // others may contain U+0000, which PostgreSQL refuses
                .flatMap(id -> Optional.ofNullable(entities.find(EnrollmentBatch.class, id, lock)))
                .filter(batch -> batch.organizationId().equals(organizationId));
    }

    @Override
    public List<EnrollmentBatch> findAll(String organizationId, Collection<String> batchIds) {
        var result = new ArrayList<EnrollmentBatch>(batchIds.size());
        Chunks.of(
                List.copyOf(batchIds),
                chunk -> result.addAll(entities.createQuery(
                                "select b from EnrollmentBatch b where b.organizationId = :organization and b.id in :ids",
                                EnrollmentBatch.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", chunk)
                        .getResultList()));
        return result;
    }
}
