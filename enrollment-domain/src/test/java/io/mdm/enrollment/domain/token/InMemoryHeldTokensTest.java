package io.mdm.enrollment.domain.token;

class InMemoryHeldTokensTest extends HeldTokensContract {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();

    @Override
    protected HeldTokens heldTokens() {
        return new InMemoryHeldTokens(tokens);
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
