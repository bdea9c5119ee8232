package io.mdm.enrollment.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.WebhookRequest;
import io.mdm.enrollment.support.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit notices what a receiver does wrong, and nothing else: it is set upon receivers with one known fault each. */
class ReceiverKitTest {
    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final List<ConformanceCase> cases = Specification.ofReceiver();
    private final SigningSecret secret = SigningSecret.generate();

    @Test
    void a_right_receiver_fails_no_case() throws IOException {
        assertThat(cases).hasSizeGreaterThan(40);
        assertThat(failed(new FaultyAnswers(secret)::right)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_faulty_receiver_fails_exactly_the_cases_of_its_fault(ReceiverFault fault) throws IOException {
        var answers = new FaultyAnswers(secret);
        var expected =
                cases.stream().filter(fault::fails).map(ConformanceCase::name).toList();

        assertThat(expected).isNotEmpty();
        assertThat(failed(request -> answers.with(fault, request))).isEqualTo(expected);
    }

    @Test
    void a_receiver_whose_answer_does_not_begin_or_end_in_time_fails_every_case() throws IOException {
        try (var silent = FaultyReceiver.silent();
                var endless = FaultyReceiver.endless()) {
            assertTooLate(silent);
            assertTooLate(endless);
        }
    }

    @Test
    void a_receiver_that_is_not_there_fails_every_case() throws IOException {
        var receiver = FaultyReceiver.silent();
        receiver.close();
        var kit = new ReceiverKit(receiver.address(), secret, Patience.LIMIT);

        assertThat(cases.stream().map(kit::run)).allMatch(Outcome.Failed.class::isInstance);
    }

    @Test
    void the_log_of_a_case_shows_what_was_sent_but_no_secret() throws IOException {
        try (var receiver = FaultyReceiver.answering(request -> 401)) {
            var kit = new ReceiverKit(receiver.address(), secret, Patience.LIMIT);
            assertThat(kit.run(cases.get(0)))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failure -> assertThat(failure.log())
                                    .contains(
                                            "> POST /webhooks?host=acme",
                                            "> webhook-id: msg_",
                                            "< 401",
                                            "! the status should be 2xx")
                                    .doesNotContain(secret.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "3xx", "2xx 4xx"})
    void an_answer_that_says_nothing_is_noticed(String answer) {
        assertThatThrownBy(() -> new ReceiverAnswer(answer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_case_has_a_name_of_its_own_and_uses_its_columns() {
        assertThat(cases.stream().map(ConformanceCase::name)).doesNotHaveDuplicates();
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.row().keySet())
                        .isSubsetOf(Stream.concat(Stream.of("answer", "why"), names(each))
                                .collect(Collectors.toSet())));
    }

    @Test
    void every_event_type_is_sent() {
        assertThat(cases.stream()
                        .filter(each -> each.section().equals("Event types"))
                        .map(each -> each.row().get("type"))
                        .distinct())
                .containsExactly(
                        "enrollmentToken.created",
                        "enrollmentToken.revoked",
                        "enrollmentToken.expired",
                        "enrollmentToken.redeemed",
                        "invitation.sent",
                        "invitation.failed",
                        "bulk.created",
                        "bulk.completed");
    }

    private void assertTooLate(FaultyReceiver receiver) {
        var kit = new ReceiverKit(receiver.address(), secret, Duration.ofMillis(20));
        assertThat(cases.stream().map(kit::run))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failure -> assertThat(failure.log()).contains("no answer within PT0.02S")));
    }

    private List<String> failed(ToIntFunction<WebhookRequest> answers) throws IOException {
        try (var receiver = FaultyReceiver.answering(answers)) {
            var kit = new ReceiverKit(receiver.address(), secret, Patience.LIMIT);
            Predicate<ConformanceCase> fails = each -> kit.run(each) instanceof Outcome.Failed;
            return cases.stream().filter(fails).map(ConformanceCase::name).toList();
        }
    }

    private static Stream<String> names(ConformanceCase each) {
        return each.steps().stream()
                .flatMap(step -> NAME.matcher(step.request()).results())
                .map(match -> match.group(1));
    }
}
