package io.mdm.enrollment.api;

/**
 * Counts of what was erased of one person.
 *
 * @param tokens tokens issued to the person
 * @param revoked tokens among these that were live and have been revoked
 * @param rejections rejected texts of bulk requests that are the address or contain it
 */
public record ErasedPerson(int tokens, int revoked, int rejections) {}
