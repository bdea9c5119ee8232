package io.mdm.enrollment.web.metric;

/**
 * CDI event: unknown fields of a request body were ignored. Their names are the caller's and no part of it.
 *
 * @param count at least one
 */
public record IgnoredFields(int count) {}
