package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of tokens that differ from those of their batch. Equal ones are made once, because many tokens have them.
 */
public final class OwnSettings {
    private final EnrollmentBatch batch;
    private final Map<TokenChanges, Optional<EnrollmentSettings>> made = new HashMap<>();

    public OwnSettings(EnrollmentBatch batch) {
        this.batch = batch;
    }

    /** Without the text of the mail, which stays the batch's; empty if they do not differ. */
    Optional<EnrollmentSettings> with(TokenChanges changes) {
        return made.computeIfAbsent(changes, this::make);
    }

    private Optional<EnrollmentSettings> make(TokenChanges changes) {
        return Optional.of(changes.appliedTo(batch.settings()))
                .filter(own -> !own.equals(batch.settings()))
                .map(own -> own.withEmailText(null));
    }
}
