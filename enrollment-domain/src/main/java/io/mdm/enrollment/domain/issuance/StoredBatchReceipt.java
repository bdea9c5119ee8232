package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.Receipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receipt of a bulk request, as stored for its repetitions. */
public record StoredBatchReceipt(@Nullable String batchId, int total, int success) {
    static final Receipt<BatchReceipt, StoredBatchReceipt> RECEIPT =
            new Receipt<>(StoredBatchReceipt.class, StoredBatchReceipt::of, StoredBatchReceipt::replayed);

    private static StoredBatchReceipt of(BatchReceipt receipt) {
        return new StoredBatchReceipt(receipt.batchId().orElse(null), receipt.total(), receipt.success());
    }

    private BatchReceipt replayed() {
        return new BatchReceipt(
                Optional.ofNullable(batchId), total, success, total - success, BatchReceipt.Origin.REPLAYED);
    }
}
