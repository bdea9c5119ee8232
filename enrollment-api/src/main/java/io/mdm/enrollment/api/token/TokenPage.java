package io.mdm.enrollment.api.token;

import java.util.List;

/**
 * One page of a list of tokens.
 *
 * @param total tokens on all pages together
 */
public record TokenPage(List<IssuedToken> tokens, int total) {}
