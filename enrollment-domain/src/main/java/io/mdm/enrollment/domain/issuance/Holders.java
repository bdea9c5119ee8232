package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.HeldToken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recipients of a request who hold live tokens already, and their treatment. */
final class Holders {
    /** Nobody: recipients get a token whatever they hold. */
    static final Holders NONE = new Holders(OnPending.ADD, Map.of());

    private final OnPending onPending;
    private final Map<String, List<HeldToken>> tokensByRecipient;

    private Holders(OnPending onPending, Map<String, List<HeldToken>> tokensByRecipient) {
        this.onPending = onPending;
        this.tokensByRecipient = tokensByRecipient;
    }

    static Holders of(OnPending onPending, Collection<HeldToken> tokens) {
        return new Holders(
                onPending,
                tokens.stream()
                        .collect(Collectors.groupingBy(
                                token -> Recipient.ofAdmitted(token.email()).key())));
    }

    /** Whether the recipient gets no token. */
    boolean isSkipped(Recipient recipient) {
        return onPending == OnPending.SKIP && tokensByRecipient.containsKey(recipient.key());
    }

    /** Tokens that are revoked when the recipient gets one. */
    List<HeldToken> replacedFor(Recipient recipient) {
        return onPending == OnPending.REPLACE ? tokensByRecipient.getOrDefault(recipient.key(), List.of()) : List.of();
    }
}
