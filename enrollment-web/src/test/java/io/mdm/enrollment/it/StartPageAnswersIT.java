package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of the start page bring about the answers that it promises. Two at once are left to the browser. */
class StartPageAnswersIT extends SharedServer {

    static Stream<JsonObject> answers() {
        var file = Objects.requireNonNull(StartPageAnswersIT.class.getResourceAsStream("/start-page/answers.json"));
        return Json.createReader(file).readArray().getValuesAs(JsonObject.class).stream()
                .filter(answer -> answer.containsKey("calls") && !answer.getBoolean("together", false));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void is_as_promised(JsonObject answer, EnrollmentServer server, SigningKeys keys) {
        var fresh = UUID.randomUUID().toString();
        var replies = answer.getJsonArray("calls").getValuesAs(JsonObject.class).stream()
                .map(call -> send(call, server, keys, fresh))
                .toList();

        var last = replies.get(replies.size() - 1);
        assertThat(last.status()).isEqualTo(answer.getInt("status"));
        if (answer.containsKey("code")) {
            assertThat(last.errorCode()).isEqualTo(answer.getInt("code"));
        }
    }

    private static Reply send(JsonObject call, EnrollmentServer server, SigningKeys keys, String fresh) {
        var bulks = server.bulks(call.getString("organization", "acme")).getPath();
        var path = call.containsKey("path") ? "/" + call.getString("path") : bulks;
        var request = caller(call, server, keys).request(path);
        if (call.containsKey("body")) {
            request.header("Content-Type", call.getString("type", "application/json"));
        }
        if (call.containsKey("key")) {
            request.header("Idempotency-Key", call.getString("key").replace("{fresh}", fresh));
        }
        var body = call.getString("body", "")
                + call.getString("then", "").repeat(call.getInt("times", 0))
                + call.getString("end", "");
        return server.send(request.method(call.getString("method", "POST"), BodyPublishers.ofString(body)));
    }

    private static EnrollmentServer caller(JsonObject call, EnrollmentServer server, SigningKeys keys) {
        if (call.containsKey("authorization")) {
            return call.isNull("authorization")
                    ? server.asNobody()
                    : server.authorizedBy(call.getString("authorization"));
        }
        var somebody = DevelopmentJwt.of("admin@acme.example", Instant.now());
        return switch (call.getString("caller", "administrator")) {
            case "visitor" -> server.as(somebody.organizations("*").signedBy(keys));
            case "stranger" ->
                server.as(somebody.everyPermission()
                        .organizations("another-organization")
                        .signedBy(keys));
            default -> server;
        };
    }
}
