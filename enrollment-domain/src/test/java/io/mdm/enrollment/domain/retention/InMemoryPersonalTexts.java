package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.recipient.AddressPattern;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rejections of batches; settings are left to the adapter. */
public final class InMemoryPersonalTexts implements PersonalTexts {
    private final InMemoryEnrollmentBatches batches;
    private final Set<Rejection> erased = new HashSet<>();

    public InMemoryPersonalTexts(InMemoryEnrollmentBatches batches) {
        this.batches = batches;
    }

    @Override
    public void eraseSettings(String organizationId, AddressPattern address) {}

    @Override
    public void eraseNotes(EnrollmentBatch batch) {}

    @Override
    public int eraseRejected(String organizationId, long addressHash, Optional<AddressPattern> address) {
        return (int) batches.all().stream()
                .filter(batch -> batch.organizationId().equals(organizationId))
                .flatMap(batch -> batches.rejections(batch.id()).stream())
                .filter(rejection -> rejection.addressHash() == addressHash
                        || address.filter(pattern -> isFoundIn(rejection.email(), pattern))
                                .isPresent())
                .filter(erased::add)
                .count();
    }

    static boolean isFoundIn(String text, AddressPattern address) {
        return Pattern.compile(address.regex(), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
