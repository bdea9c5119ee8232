package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Recipients as given: whether they are addresses is decided elsewhere, for each of them. Those beyond the limit are
 * checked and counted, not kept.
 */
final class Recipients {
    private final int limit;
    private final List<String> kept = new ArrayList<>();
    private int count;

    private Recipients(int limit) {
        this.limit = limit;
    }

    static Recipients read(ValueReader value) {
        var recipients = new Recipients(value.limits().recipients());
        recipients.count = value.array(() -> recipients.keep(value.string()));
        return recipients;
    }

    /** @throws RequestException of {@link HttpProblem#TOO_MANY_RECIPIENTS} */
    List<String> addresses() {
        if (count > limit) {
            throw new RequestException(HttpProblem.TOO_MANY_RECIPIENTS);
        }
        return kept;
    }

    private void keep(String address) {
        if (kept.size() < limit) {
            kept.add(address);
        }
    }
}
