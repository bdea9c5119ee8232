package io.mdm.enrollment.api.report;

/** Tokens of a batch in each state. */
public record TokenCounts(int pending, int done, int deleted, int expired) {}
