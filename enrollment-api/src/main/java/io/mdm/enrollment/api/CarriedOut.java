package io.mdm.enrollment.api;

/**
 * Result of a command that is carried out once.
 *
 * @param origin whether this call or an earlier one carried it out
 */
public record CarriedOut<T>(T result, BatchReceipt.Origin origin) {}
