package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** The addresses as given: whether they are addresses is judged elsewhere, each for itself. */
final class RecipientsReader {
    private final StrictJson json;
    private final ValueReader values;
    private final int limit;
    private final List<String> addresses = new ArrayList<>();
    private boolean given;
    private long count;

    /** @param limit how many addresses are kept; further ones are checked and counted */
    RecipientsReader(StrictJson json, ValueReader values, int limit) {
        this.json = json;
        this.values = values;
        this.limit = limit;
    }

    void read() {
        given = true;
        values.array(this::readAddress);
    }

    /** Notes that the request that has just been read has no recipients, not even none. */
    void refuseMissing() {
        if (!given) {
            json.refuseMissing("userEmails");
        }
    }

    /** @throws RequestException of {@link HttpProblem#TOO_MANY_RECIPIENTS} */
    List<String> addresses() {
        if (count > limit) {
            throw new RequestException(HttpProblem.TOO_MANY_RECIPIENTS);
        }
        return addresses;
    }

    private void readAddress() {
        String address = values.string();
        count++;
        if (count <= limit) {
            addresses.add(address);
        }
    }
}
