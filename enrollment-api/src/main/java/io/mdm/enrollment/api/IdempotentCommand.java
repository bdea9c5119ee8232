package io.mdm.enrollment.api;

import java.util.function.Supplier;

/**
 * Command that is carried out once.
 *
 * @param organizationId id of the organization, to which the key belongs
 * @param requestedBy subject of the caller, to whom the key belongs
 * @param receipt what is stored of the result
 * @param work calls the use case
 * @param <T> result
 * @param <R> its receipt
 */
public record IdempotentCommand<T, R extends Record>(
        String organizationId, String requestedBy, IdempotencyKey key, Receipt<T, R> receipt, Supplier<T> work) {}
