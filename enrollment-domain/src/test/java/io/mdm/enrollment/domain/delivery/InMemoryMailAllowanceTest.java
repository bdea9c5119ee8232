package io.mdm.enrollment.domain.delivery;

class InMemoryMailAllowanceTest extends MailAllowanceContract {
    private final MailAllowance allowance = new InMemoryMailAllowance();

    @Override
    protected MailAllowance allowance() {
        return allowance;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
