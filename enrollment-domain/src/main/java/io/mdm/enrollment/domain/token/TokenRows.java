package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.token.TokenQuery;
import java.time.Instant;
import java.util.List;

/** Ids of the tokens that a list shows. */
public interface TokenRows {

    Found find(TokenQuery query, Instant now);

    /**
     * One page and the total.
     *
     * @param page the ids of the page's tokens, in order
     * @param total how many tokens there are on all pages together
     */
    record Found(List<String> page, int total) {}
}
