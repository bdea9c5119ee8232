package io.mdm.enrollment.domain.idempotency;

class InMemoryIdempotencyRecordsTest extends IdempotencyRecordsContract {
    private final IdempotencyRecords records = new InMemoryIdempotencyRecords();

    @Override
    protected IdempotencyRecords records() {
        return records;
    }
}
