package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of a list of tokens, in the vendor's paging shape. */
public record TokenListBody(
        List<EnrollmentTokenBody> items,
        int totalDocs,
        int limit,
        int page,
        int totalPages,
        boolean hasPrevPage,
        boolean hasNextPage,
        @Nullable Integer prevPage,
        @Nullable Integer nextPage) {

    public static TokenListBody of(TokenPage tokens, TokenQuery query) {
        int pages = Math.max(1, (tokens.total() + query.limit() - 1) / query.limit());
        boolean previous = query.page() > 1;
        boolean next = query.page() < pages;
        return new TokenListBody(
                tokens.tokens().stream().map(EnrollmentTokenBody::of).toList(),
                tokens.total(),
                query.limit(),
                query.page(),
                pages,
                previous,
                next,
                previous ? query.page() - 1 : null,
                next ? query.page() + 1 : null);
    }
}
