package io.mdm.enrollment.api.token;

/**
 * One page of a list of tokens.
 *
 * @param tokens in order, read while they are iterated, in transactions of their own unless one is running; a token
 *     that was removed meanwhile is left out
 * @param total tokens on all pages together
 */
public record TokenPage(Iterable<IssuedToken> tokens, int total) {}
