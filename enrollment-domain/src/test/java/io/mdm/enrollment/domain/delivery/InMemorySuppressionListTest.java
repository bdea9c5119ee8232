package io.mdm.enrollment.domain.delivery;

class InMemorySuppressionListTest extends SuppressionListContract {
    private final SuppressionList suppressionList = new InMemorySuppressionList();

    @Override
    protected SuppressionList suppressionList() {
        return suppressionList;
    }
}
