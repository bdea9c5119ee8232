package io.mdm.enrollment.domain.delivery;

class InMemoryRefusalsTest extends RefusalsContract {
    private final Refusals refusals = new InMemoryRefusals();

    @Override
    protected Refusals refusals() {
        return refusals;
    }
}
