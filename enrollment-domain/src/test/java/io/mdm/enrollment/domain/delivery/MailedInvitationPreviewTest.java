package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.PreviewInvitation;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.mail.TestMail;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailedInvitationPreviewTest {
    private static final String ADMIN = "admin@acme.example";

    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();
    private final InMemoryHourlyMailQuotas quotas = new InMemoryHourlyMailQuotas();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final Organization organization = Examples.organization();
    private final MailedInvitationPreview preview = preview(Examples.configuration());

    MailedInvitationPreviewTest() {
        directory.add(organization);
    }

    private MailedInvitationPreview preview(ModuleConfiguration configuration) {
        return new MailedInvitationPreview(
                Optional::empty,
                directory,
                new SettingsCheck(directory),
                Examples.links(),
                mailer,
                quotas,
                configuration,
                clock);
    }

    @Test
    void an_invitation_is_written_for_the_recipient_at_a_position() {
        assertThat(written(Optional.of(1), Optional.empty())).isEqualTo("person1@acme.example");
        assertThat(written(Optional.empty(), Optional.of("PERSON2@acme.example")))
                .isEqualTo("person2@acme.example");
        assertThat(written(Optional.empty(), Optional.of("other@acme.example"))).isEqualTo("other@acme.example");
    }

    @Test
    void without_a_choice_the_first_valid_recipient_counts_and_else_an_example() {
        assertThat(html(request("nobody", "ana@acme.example"), Optional.empty()))
                .isEqualTo("ana@acme.example");
        assertThat(html(request("nobody"), Optional.empty())).isEqualTo("recipient@example.com");
        assertThat(html(request(), Optional.empty())).isEqualTo("recipient@example.com");
        assertThat(html(request("nobody"), Optional.of(0))).isEqualTo("recipient@example.com");
    }

    @Test
    void an_address_that_is_not_valid_is_refused() {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> written(Optional.empty(), Optional.of("nobody")))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.INVALID_RECIPIENT);
    }

    @Test
    void a_test_mail_says_what_that_recipient_would_read_and_opens_nothing() {
        var request = Examples.command(
                organization,
                Examples.settings().withEmailText("Dear {{name}}"),
                Examples.addresses(2),
                Map.of(1, new Particulars("Ana", Language.FR, Optional.empty())));

        assertThat(preview.test(new PreviewInvitation(request, Optional.of(1), Optional.empty()), "admin", ADMIN))
                .isEqualTo(new TestMail(MailState.SENT, "250"));

        assertThat(mailer.sent()).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo(ADMIN);
            assertThat(mail.name()).isEqualTo("Ana");
            assertThat(mail.language()).isEqualTo(Language.FR);
            assertThat(mail.emailText()).isEqualTo("Dear {{name}}");
            assertThat(mail.link().uri()).hasToString("https://mdm.example/enroll/preview");
            assertThat(mail.enrollCode()).isEqualTo("00000-00000");
            assertThat(mail.expireAt()).isEqualTo(NOW.plus(Examples.DURATION));
        });
    }

    @Test
    void the_outcome_of_a_test_mail_is_told() {
        mailer.script(ADMIN, Answer.code(550), Answer.lost(SmtpStep.MAIL));
        assertThat(test("admin")).isEqualTo(new TestMail(MailState.FAILED, "550"));
        assertThat(test("admin")).isEqualTo(new TestMail(MailState.FAILED, null));
        mailer.goAway();
        assertThat(test("admin")).isEqualTo(new TestMail(MailState.FAILED, null));
    }

    @Test
    void a_caller_gets_ten_test_mails_an_hour() {
        for (int i = 0; i < 10; i++) {
            test("admin");
        }
        assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> test("admin"))
                .satisfies(reached -> {
                    assertThat(reached.problem()).isEqualTo(EnrollmentProblem.TEST_MAILS_REACHED);
                    assertThat(reached.limit().quota()).isEqualTo(10);
                });
        assertThat(test("another")).isEqualTo(new TestMail(MailState.SENT, "250"));
        clock.pass(Duration.ofMinutes(62));
        test("admin");
        assertThat(mailer.sent()).hasSize(12);
    }

    @Test
    void test_mails_count_as_mails_of_the_organization() {
        var bounded = preview(Examples.configuration(1));
        var command = new PreviewInvitation(request(), Optional.empty(), Optional.empty());
        bounded.test(command, "admin", ADMIN);

        assertThatExceptionOfType(LimitReached.class).isThrownBy(() -> bounded.test(command, "another", ADMIN));
    }

    private TestMail test(String caller) {
        return preview.test(new PreviewInvitation(request(), Optional.empty(), Optional.empty()), caller, ADMIN);
    }

    private String written(Optional<Integer> index, Optional<String> address) {
        var request = Examples.command(organization, Examples.settings(), Examples.addresses(3));
        return preview.preview(new PreviewInvitation(request, index, address)).html();
    }

    private String html(IssueTokens request, Optional<Integer> index) {
        return preview.preview(new PreviewInvitation(request, index, Optional.empty()))
                .html();
    }

    private IssueTokens request(String... addresses) {
        return Examples.command(organization, Examples.settings(), List.of(addresses));
    }
}
