package io.mdm.enrollment.domain.token;

class InMemoryEnrollmentTokensTest extends EnrollmentTokensContract {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();

    @Override
    protected EnrollmentTokens tokens() {
        return tokens;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
