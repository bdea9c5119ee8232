package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;
import java.util.List;

/** Data of a list of tokens. */
public record TokenListBody(
        List<EnrollmentTokenBody> items, @Unwrapped Paging paging) {

    public static TokenListBody of(TokenPage tokens, TokenQuery query) {
        return new TokenListBody(
                tokens.tokens().stream().map(EnrollmentTokenBody::of).toList(),
                Paging.of(tokens.total(), query.page(), query.limit()));
    }
}
