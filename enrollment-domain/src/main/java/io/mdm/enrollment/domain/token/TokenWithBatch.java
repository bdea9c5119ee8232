package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;

/** Token together with its batch, which holds what it shares with others. */
public record TokenWithBatch(EnrollmentToken token, EnrollmentBatch batch) {}
