package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.ErrorContext;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.RequestErrors;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.List;
import java.util.Optional;

/** Recipient whose invitation is asked for: a position in the request, or an address. */
record RequestedRecipient(Optional<Integer> index, Optional<String> address) {
    static final String NAME = "recipient";

    static RequestedRecipient read(ValueReader value) {
        return value.isNumber()
                ? new RequestedRecipient(Optional.of(value.position()), Optional.empty())
                : new RequestedRecipient(Optional.empty(), Optional.of(value.string()));
    }

    /** @throws RequestRefused if there are not so many recipients */
    RequestedRecipient of(int recipients) {
        var errors = new RequestErrors();
        index.filter(asked -> asked >= recipients)
                .ifPresent(beyond -> errors.add(
                        List.of(NAME),
                        ErrorType.NUMBER_MAX,
                        "must be the position of a recipient, from 0",
                        ErrorContext.limit(recipients - 1L)));
        errors.refuseIfAny();
        return this;
    }

    /** Error of an address that is not a deliverable one. */
    static RequestRefused notDeliverable() {
        return new RequestErrors()
                .last(List.of(NAME), ErrorType.STRING_PATTERN, "must be a position, or a deliverable address");
    }
}
