package io.mdm.enrollment.domain.delivery;

class InMemoryHourlyMailQuotasTest extends HourlyMailQuotasContract {
    private final HourlyMailQuotas quotas = new InMemoryHourlyMailQuotas();

    @Override
    protected HourlyMailQuotas quotas() {
        return quotas;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
