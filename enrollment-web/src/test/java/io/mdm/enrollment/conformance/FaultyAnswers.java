package io.mdm.enrollment.conformance;

import io.mdm.enrollment.receiver.Arrival;
import io.mdm.enrollment.receiver.Arrival.Repetition;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.Verification;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.receiver.WebhookRequest;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers of a right receiver, but for one fault. */
final class FaultyAnswers {
    private static final int MAX_UNITS = 1 << 16;
    private static final Set<String> TYPES = Set.of(
            "mdm.windows.enrollmentToken.created",
            "mdm.windows.enrollmentToken.revoked",
            "mdm.windows.enrollmentToken.expired",
            "mdm.windows.enrollmentToken.redeemed",
            "mdm.windows.invitation.sent",
            "mdm.windows.invitation.failed",
            "mdm.windows.bulk.created",
            "mdm.windows.bulk.completed");
    private static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");
    private static final Set<String> MEMBERS = Set.of(
            "organizationId",
            "bulkId",
            "enrollmentTokenId",
            "winDeviceId",
            "mailing",
            "reason",
            "reply",
            "total",
            "success",
            "fail",
            "sent",
            "failed");

    private final SigningSecret secret;
    private final WebhookReceiver right;

    FaultyAnswers(SigningSecret secret) {
        this.secret = secret;
        this.right = new WebhookReceiver(List.of(secret), Clock.systemUTC());
    }

    int right(WebhookRequest request) {
        return right.receive(request).status();
    }

    int with(ReceiverFault fault, WebhookRequest request) {
        return switch (fault) {
            case ACCEPTS_EVERYTHING -> 200;
            case REFUSES_EVERYTHING -> 401;
            case REDIRECTS -> 308;
            case FAILS -> 500;
            case SAYS_GONE -> right(request) >= 400 ? 410 : 200;
            case IGNORES_TIMESTAMPS -> at(timestamp(request), request);
            case IGNORES_OLD_TIMESTAMPS -> at(earlier(timestamp(request), Instant.now()), request);
            case FAILS_ON_OTHER_TIMESTAMPS -> sent(request).matches("\\d*") ? right(request) : 500;
            case IGNORES_MISSING_HEADERS ->
                right.receive(request) == Verification.HEADER_MISSING ? 200 : right(request);
            case IGNORES_VERSIONS -> right(signed(request, all -> all.replaceAll("v\\w+,", "v1,")));
            case READS_THE_FIRST_SIGNATURE -> right(signed(request, all -> all.split(" ", 2)[0]));
            case READS_ONE_SIGNATURE -> right(signed(request, all -> all.replace(" ", "")));
            case VERIFIES_WHAT_IT_WROTE -> writtenAgain(request);
            case LIMITS_BODIES -> request.body().length() > MAX_UNITS ? 413 : right(request);
            case REFUSES_UNKNOWN_TYPES -> refusing(request, arrival -> !TYPES.contains(arrival.attribute("type")));
            case REFUSES_UNKNOWN_ATTRIBUTES ->
                refusing(
                        request,
                        arrival -> !ATTRIBUTES.containsAll(arrival.event().keySet()));
            case REFUSES_UNKNOWN_MEMBERS -> refusing(request, FaultyAnswers::hasUnknownMember);
            case TAKES_WHAT_IT_CANNOT_READ -> right.receive(request) == Verification.NOT_A_BATCH ? 200 : right(request);
            case REFUSES_REPEATED_REQUESTS -> refusing(request, arrival -> arrival.repetition() == Repetition.REQUEST);
            case REFUSES_REPEATED_EVENTS -> refusing(request, arrival -> arrival.repetition() != Repetition.NONE);
        };
    }

    private int refusing(WebhookRequest request, Predicate<Arrival> refused) {
        int status = right(request);
        return status == 204 && refused.test(right.arrivals().newestFirst().get(0)) ? 409 : status;
    }

    private static boolean hasUnknownMember(Arrival arrival) {
        return arrival.event().get("data") instanceof JsonObject data && !MEMBERS.containsAll(data.keySet());
    }

    private int at(Instant now, WebhookRequest request) {
        return new WebhookReceiver(List.of(secret), Clock.fixed(now, ZoneOffset.UTC))
                .receive(request)
                .status();
    }

    private static Instant timestamp(WebhookRequest request) {
        return sent(request).matches("\\d{1,16}")
                ? Instant.ofEpochSecond(Long.parseLong(sent(request)))
                : Instant.now();
    }

    private static String sent(WebhookRequest request) {
        return request.header(WebhookRequest.TIMESTAMP).orElse("");
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static WebhookRequest signed(WebhookRequest request, UnaryOperator<String> change) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.computeIfPresent(WebhookRequest.SIGNATURE, (name, value) -> change.apply(value));
        return new WebhookRequest(headers, request.body(), request.isTooLarge());
    }

    private int writtenAgain(WebhookRequest request) {
        try (var reader = Json.createReader(new StringReader(request.body()))) {
            return right(
                    new WebhookRequest(request.headers(), reader.readValue().toString(), false));
        } catch (JsonException unreadable) {
            return 400;
        }
    }
}
