package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.Examples;

class InMemoryExpiredTokensTest extends ExpiredTokensContract {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final ExpiredTokens expired = new InMemoryExpiredTokens(tokens, Examples.NOW);

    @Override
    protected ExpiredTokens expired() {
        return expired;
    }

    @Override
    protected EnrollmentTokens tokens() {
        return tokens;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
