package io.mdm.enrollment.api;

/**
 * What was stored of a person.
 *
 * @param tokens how many tokens were the person's
 * @param revoked how many of these could still be used
 * @param rejections how often the address stood in a bulk request without getting a token
 */
public record ErasedPerson(int tokens, int revoked, int rejections) {}
