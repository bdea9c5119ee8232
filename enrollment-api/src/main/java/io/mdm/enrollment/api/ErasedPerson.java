package io.mdm.enrollment.api;

/**
 * Counts of what was erased of one person.
 *
 * @param tokens tokens issued to the person
 * @param revoked tokens among these that were live and have been revoked
 * @param rejections occurrences of the address in bulk requests that got no token
 */
public record ErasedPerson(int tokens, int revoked, int rejections) {}
