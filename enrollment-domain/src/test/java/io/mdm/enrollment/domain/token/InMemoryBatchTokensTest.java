package io.mdm.enrollment.domain.token;

class InMemoryBatchTokensTest extends BatchTokensContract {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();

    @Override
    protected BatchTokens batchTokens() {
        return new InMemoryBatchTokens(tokens);
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
