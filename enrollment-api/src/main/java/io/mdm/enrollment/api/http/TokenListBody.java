package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;

/** Data of a list of tokens. */
public record TokenListBody(
        Iterable<EnrollmentTokenBody> items, @Unwrapped Paging paging) {

    public static TokenListBody of(TokenPage tokens, TokenQuery query) {
        return new TokenListBody(
                Items.of(tokens.tokens(), EnrollmentTokenBody::of),
                Paging.of(tokens.total(), query.page(), query.limit()));
    }
}
