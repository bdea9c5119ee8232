package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.token.PolicyAssignment;
import jakarta.json.stream.JsonParser.Event;
import org.jspecify.annotations.Nullable;

/** One item of {@code winPolicyAssignments}. */
final class PolicyAssignmentReader {
    private static final WholeNumber PRIORITY = WholeNumber.between(0, 10_000);

    private final StrictJson json;
    private final ValueReader values;
    private final TextReader texts;

    private @Nullable String winPolicyId;
    private @Nullable Long priority;

    PolicyAssignmentReader(StrictJson json, ValueReader values, TextReader texts) {
        this.json = json;
        this.values = values;
        this.texts = texts;
    }

    PolicyAssignment read() {
        values.object(this::readMember);
        if (priority == null && json.at(Event.END_OBJECT)) {
            json.refuseMissing("priority");
        }
        return new PolicyAssignment(winPolicyId, priority == null ? 0 : priority.intValue());
    }

    private void readMember(String key) {
        switch (key) {
            case "winPolicyId" -> winPolicyId = texts.id();
            case "priority" -> priority = values.integer(PRIORITY);
            default -> json.refuseUnknown();
        }
    }
}
