package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit notices what is wrong: it is set upon servers that answer in a known wrong way. */
class KitBitesTest {
    private static final String NOBODY = "fields / sendEmail / true";
    private static final String REFUSED = "fields / duration / 59";
    private static final String TEN = "recipients / The example of the page: ten, nine, one";
    private static final String JSON = "application/json";

    private static final int MAX_READ = 1 << 20;

    private final Specification specification = Specification.ofContract();
    private final AtomicReference<Answer> answer = new AtomicReference<>(new Answer(500, JSON, "", ""));
    private final HttpServer server = serverThatSays(answer);
    private final Kit kit = kitOf(new Target(base(), DemonstrationHost.given(SigningKeys.generate())), "");

    private record Answer(int status, String type, String location, String body) {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void no_case_passes_where_everything_is_wrong() {
        answer.set(new Answer(500, "text/html", "", "<h1>s3cr3t</h1>"));
        assertThat(specification.cases())
                .allSatisfy(each -> assertThat(run(each)).isInstanceOf(Outcome.Failed.class));
    }

    @Test
    void only_unanswerable_cases_pass_where_everybody_is_told_the_same() {
        answer.set(new Answer(200, JSON, "", "{\"status\":true,\"data\":{\"total\":0,\"success\":0,\"fail\":0}}"));
        assertThat(specification.cases().stream().filter(each -> run(each) instanceof Outcome.Passed))
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.answerTo(each.steps().get(0))).startsWith("200"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | application/json | {"status":true,"data":{"total":0,"success":0,"fail":0}}
            """)
    void a_right_answer_passes(int status, String type, String body) {
        assertThat(outcome(NOBODY, new Answer(status, type, "", body))).isInstanceOf(Outcome.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            201 |   | {"status":true,"data":{"total":0,"success":0,"fail":0}}             | the status should be 200
            200 |   | {"status":"true","data":{"total":0,"success":0,"fail":0}}           | a success should be
            200 |   | {"status":true,"data":{"total":0,"success":0,"fail":0,"queued":0}}  | a success should be
            200 |   | {"status":true,"data":{"total":0,"success":0}}                      | a success should be
            200 |   | {"status":true,"data":{"total":0,"success":0,"fail":0},"error":{}}  | a success should be
            200 |   | {"status":true,"data":{"total":0,"success":0,"fail":0.0}}           | the counts should be whole
            200 |   | {"status":true,"data":{"total":0,"success":"0","fail":0}}           | the counts should be whole
            200 |   | {"status":true,"data":{"total":1,"success":0,"fail":0}}             | the counts should be whole
            200 |   | {"status":true,"data":{"total":1,"success":1,"fail":0}}             | Content-Location should be
            200 | x | {"status":true,"data":{"total":0,"success":0,"fail":0}}             | no report of nothing
            200 |   | OK                                                                  | a success should be
            """)
    void a_wrong_receipt_is_noticed(int status, String location, String body, String complaint) {
        assertThat(outcome(NOBODY, new Answer(status, JSON, location == null ? "" : location, body)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.log()).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            10 | 8 | 2 | /6b049093a9216f30546ba388         | success should be 9
            10 | 9 | 1 | /1                                | Content-Location should be
            10 | 9 | 1 | //evil.example/6b049093a9216f30546ba388 | Content-Location should be
            """)
    void wrong_counts_and_places_are_noticed(int total, int success, int fail, String end, String complaint) {
        var path = "/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk" + end;
        var body =
                "{\"status\":true,\"data\":{\"total\":%d,\"success\":%d,\"fail\":%d}}".formatted(total, success, fail);
        assertThat(outcome(TEN, new Answer(200, JSON, path, body)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.log()).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json | 5145 | Error | ["duration"]   | number.min | message should be
            application/json | 5146 |       | ["duration"]   | number.min | code should be
            text/html        | 5145 |       | ["duration"]   | number.min | Content-Type should be
            application/json | 5145 |       | ["duration"]   | number.max | the errors should be
            application/json | 5145 |       | ["children","duration"] | number.min | the errors should be
            application/json | 5145 |       | ["duration",0] | number.min | the errors should be
            application/json | 5145 |       | []             | number.min | the errors should be
            """)
    void a_wrong_refusal_is_noticed(
            String type, int code, String message, String path, String error, String complaint) {
        var words = message == null ? "Error creating winEnrollmentToken" : message;
        var body =
                "{\"status\":false,\"error\":{\"code\":%d,\"message\":\"%s\",\"data\":{\"errors\":[{\"path\":%s,\"type\":\"%s\",\"message\":\"m\"}]}}}"
                        .formatted(code, words, path, error);
        assertThat(outcome(REFUSED, new Answer(400, type, "", body)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.log()).contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"errors\":[]}",
                "{\"errors\":{}}",
                "{\"errors\":[1]}",
                "{\"errors\":[{}]}",
                "\"duration\""
            })
    void errors_of_another_form_are_noticed(String data) {
        var body =
                "{\"status\":false,\"error\":{\"code\":5145,\"message\":\"Error creating winEnrollmentToken\",\"data\":%s}}"
                        .formatted(data);
        assertThat(outcome(REFUSED, new Answer(400, JSON, "", body))).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdm/windows", "mdm/windows/"})
    void a_server_may_be_below_any_context_root(String context) {
        var told = Map.of(Given.ORGANIZATION, "acme", Given.JWT, "any");
        var below = kitOf(new Target(base().resolve(context), told), "");
        answer.set(new Answer(
                200,
                JSON,
                "/mdm/windows/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk/6b049093a9216f30546ba388",
                "{\"status\":true,\"data\":{\"total\":10,\"success\":9,\"fail\":1}}"));
        assertThat(below.run(named(TEN))).isEqualTo(new Outcome.Passed());
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, text/html, server",
        "400, 404, text/html, failed",
        "400, 400, application/json, failed",
        "400 JSON, 400, application/json, server",
        "400 JSON, 400, text/html, failed"
    })
    void only_the_known_answers_of_a_server_are_its_own(String known, int status, String type, String outcome) {
        answer.set(new Answer(status, type, "", "<h1>Bad Request</h1>"));
        var target = new Target(base(), DemonstrationHost.given(SigningKeys.generate()));
        var told = kitOf(target, "| a-server | " + REFUSED + " | " + known + " |");

        assertThat(told.run(named(REFUSED)))
                .isInstanceOf(outcome.equals("server") ? Outcome.OfServer.class : Outcome.Failed.class);
        assertThat(told.run(named(NOBODY))).isInstanceOf(Outcome.Failed.class);
        assertThat(run(named(REFUSED))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void what_is_not_known_is_not_run() {
        var told = Map.of(Given.ORGANIZATION, "acme");
        assertThat(kitOf(new Target(base(), told), "").run(named(NOBODY)))
                .isEqualTo(new Outcome.NotRun(List.of(Given.JWT)));
    }

    private Outcome outcome(String name, Answer said) {
        answer.set(said);
        return run(named(name));
    }

    private ConformanceCase named(String name) {
        return specification.cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param rows what {@code a-server} answers itself */
    private Kit kitOf(Target target, String rows) {
        var answers = ServerAnswers.of("a-server", "| server | case | status |\n|---|---|---|\n" + rows);
        return new Kit(specification.failures(), target, answers);
    }

    private Outcome run(ConformanceCase each) {
        return kit.run(each);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static HttpServer serverThatSays(AtomicReference<Answer> answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> say(Objects.requireNonNull(answer.get()), exchange));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Answer answer, HttpExchange exchange) throws IOException {
        try (exchange) {
            var length = exchange.getRequestHeaders().getFirst("Content-Length");
            if (length != null && Long.parseLong(length) < MAX_READ) {
                exchange.getRequestBody().readAllBytes();
            }
            var body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            if (!answer.location().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Location", answer.location());
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush(); // before close waits for the rest of a body that never comes
        }
    }
}
