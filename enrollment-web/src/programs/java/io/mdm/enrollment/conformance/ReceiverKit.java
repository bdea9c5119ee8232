package io.mdm.enrollment.conformance;

import io.mdm.enrollment.receiver.SigningSecret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs the cases of {@code receiver.md} against one receiver of webhooks. */
final class ReceiverKit {
    /** For a whole answer: the module waits no longer. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int MAX_EVENTS = 200;
    private static final String EVENT = """
            {"specversion":"1.0","id":"{{unique}}-%d","source":"https://mdm.example",\
            "type":"mdm.windows.invitation.failed","subject":"6b049093a9216f30546ba389",\
            "time":"2026-11-29T10:00:00.123Z","datacontenttype":"application/json",\
            "data":{"organizationId":"698efa6ed851667d9c0aec88","bulkId":"6b049093a9216f30546ba388",\
            "enrollmentTokenId":"6b049093a9216f30546ba389","mailing":0,"reason":"undeliverable","reply":550}}""";

    private final Target receiver;
    private final SigningSecret secret;
    private final SigningSecret other = SigningSecret.generate();
    private final Wire wire;

    ReceiverKit(URI receiver, SigningSecret secret, Duration limit) {
        this.receiver = new Target(receiver, Map.of());
        this.secret = secret;
        this.wire = new Wire(receiver, limit);
    }

    Outcome run(ConformanceCase conformanceCase) {
        var values = values(conformanceCase);
        var log = new CaseLog();
        for (Step step : conformanceCase.steps()) {
            if (!passes(step, new ReceiverAnswer(conformanceCase.answerTo(step)), values, log)) {
                return new Outcome.Failed(log.told());
            }
        }
        return new Outcome.Passed();
    }

    /** Everything that stands for {@code {{…}}} but the signatures. */
    Values values(ConformanceCase conformanceCase) {
        var values = new Values(receiver, conformanceCase.row());
        var query = receiver.base().getRawQuery();
        var path = receiver.base().getRawPath();
        values.put("receiver", (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
        values.put("id", "msg_" + UUID.randomUUID().toString().replace("-", ""));
        values.put("now", Long.toString(Instant.now().getEpochSecond()));
        values.put("event", EVENT.formatted(0));
        values.put(
                "events",
                IntStream.range(0, MAX_EVENTS).mapToObj(EVENT::formatted).collect(Collectors.joining(",")));
        return values;
    }

    Request request(Step step, Values values) {
        return new SignedRequest(Message.of(step.request()), values, secret, other).toRequest();
    }

    private boolean passes(Step step, ReceiverAnswer expected, Values values, CaseLog log) {
        try {
            var request = request(step, values);
            log.sent(request);
            var reply = wire.send(request);
            log.answered(reply);
            var wrong = expected.violations(reply);
            log.judged(wrong);
            return wrong.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            log.judged(List.of("there should be an answer: " + e));
            return false;
        }
    }
}
