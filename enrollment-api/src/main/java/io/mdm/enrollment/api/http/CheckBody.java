package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.CheckedBatch;
import io.mdm.enrollment.api.CheckedBatch.AddressFault;
import io.mdm.enrollment.api.report.RecipientOutcome;
import org.jspecify.annotations.Nullable;

/** Data of a check: what a bulk request would do now. */
public record CheckBody(int total, int success, int fail, Iterable<Item> items) {

    /** One recipient; see {@link CheckedBatch.CheckedRecipient}. */
    public record Item(
            int index,
            String email,
            RecipientOutcome outcome,
            @Nullable AddressFault reason,
            @Nullable String suggestion) {

        static Item of(CheckedBatch.CheckedRecipient recipient) {
            return new Item(
                    recipient.index(),
                    recipient.email(),
                    recipient.outcome(),
                    recipient.fault(),
                    recipient.suggestion());
        }
    }

    public static CheckBody of(CheckedBatch checked) {
        int total = checked.recipients().size();
        int success = checked.success();
        return new CheckBody(total, success, total - success, Items.of(checked.recipients(), Item::of));
    }
}
