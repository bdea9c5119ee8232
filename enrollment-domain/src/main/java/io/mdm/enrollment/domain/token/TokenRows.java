package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.TokenQuery;
import java.time.Instant;
import java.util.List;

/** Finds which tokens a list shows. */
public interface TokenRows {

    /** The ids of the page's tokens, in order. */
    List<String> page(TokenQuery query, Instant now);

    /** How many tokens there are on all pages together. */
    int count(TokenQuery query, Instant now);
}
