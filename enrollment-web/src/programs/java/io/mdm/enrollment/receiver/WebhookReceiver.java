package io.mdm.enrollment.receiver;

import java.time.Clock;
import java.util.List;

/** Takes requests of one sender: verifies them, and remembers their events. */
public final class WebhookReceiver {
    private static final int MAX_ID = 100;

    private final SignatureCheck check;
    private final Arrivals arrivals;

    /** @param secrets several while they rotate */
    public WebhookReceiver(List<SigningSecret> secrets, Clock clock) {
        this.check = new SignatureCheck(List.copyOf(secrets), clock);
        this.arrivals = new Arrivals(clock);
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Result, whose status is the answer. A repeated request is taken once more, and marked as repeated.
     *
     * <p>Requests with another media type leave no trace: that one keeps pages of other origins away, which may send it
     * only after a question that nobody answers (CORS).
     */
    public Verification receive(WebhookRequest request) {
        if (!request.isBatch()) {
            return Verification.MEDIA_TYPE;
        }
        if (request.isTooLarge()) {
            return Verification.TOO_LARGE;
        }
        var verification = check.of(request);
        return verification == Verification.VALID ? read(request) : refused(request, verification);
    }

    private Verification read(WebhookRequest request) {
        var events = EventBatch.read(request.body());
        if (events.isEmpty()) {
            return refused(request, Verification.NOT_A_BATCH);
        }
        arrivals.add(id(request), events.get());
        return Verification.VALID;
    }

    private Verification refused(WebhookRequest request, Verification reason) {
        arrivals.addRefused(id(request), reason);
        return reason;
    }

    private static String id(WebhookRequest request) {
        var id = request.header(WebhookRequest.ID).orElse("");
        return id.length() <= MAX_ID ? id : id.substring(0, MAX_ID) + "…";
    }
}
