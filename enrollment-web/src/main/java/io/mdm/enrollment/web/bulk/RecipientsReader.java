package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** The addresses as given: whether they are addresses is judged elsewhere, each for itself. */
final class RecipientsReader {
    private final StrictJson json;
    private final ValueReader values;
    private final int most;
    private final List<String> addresses = new ArrayList<>();
    private boolean given;
    private long count;

    /** @param most how many addresses are kept; further ones are checked and counted */
    RecipientsReader(StrictJson json, ValueReader values, int most) {
        this.json = json;
        this.values = values;
        this.most = most;
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

    /** @throws EnrollmentException of {@link EnrollmentProblem#TOO_MANY_RECIPIENTS} */
    List<String> addresses() {
        if (count > most) {
            throw new EnrollmentException(EnrollmentProblem.TOO_MANY_RECIPIENTS);
        }
        return addresses;
    }

    private void readAddress() {
        String address = values.string();
        count++;
        if (count <= most) {
            addresses.add(address);
        }
    }
}
