package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails somebody has looked at. {@code -Dgolden=write} writes them anew: look again, see docs/testing.md. */
class GoldenMailTest {
    private static final Path GOLDEN = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden/mail");

    @ParameterizedTest
    @EnumSource(Language.class)
    void says_what_was_read_and_found_good(Language language) throws Exception {
        var invitation = MailExamples.of(
                MailExamples.wording(
                        language,
                        "Acme",
                        "Laptops 2026",
                        "Dear <colleagues>,\nthe old ones retire in June.\n\nThank you!"),
                MailExamples.enterprise("#0b5fff", null, "it@acme.example", "+34 600 000 000"));

        assertGolden(language.tag(), WrittenMail.of(invitation));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void reminds_as_was_read_and_found_good(Language language) throws Exception {
        var invitation = MailExamples.of(
                MailExamples.wording(language, "Acme", null, "Last call!"),
                MailExamples.enterprise("#0b5fff", null, "it@acme.example", null));

        assertGolden(
                "reminder-" + language.tag(), WrittenMail.of(MailExamples.reminding(invitation, Duration.ofHours(23))));
    }

    @Test
    void says_the_least_where_the_least_is_known() throws Exception {
        assertGolden(
                "least",
                WrittenMail.of(MailExamples.of(
                        MailExamples.in(Language.EN), MailExamples.enterprise(null, null, null, null))));
    }

    @Test
    void shows_a_logo() throws Exception {
        assertGolden(
                "logo",
                WrittenMail.of(MailExamples.of(
                        MailExamples.in(Language.EN),
                        MailExamples.enterprise("#fd0", "https://acme.example/logo.png", "it@acme.example", null))));
    }

    private static void assertGolden(String name, WrittenMail mail) throws Exception {
        assertSame(GOLDEN.resolve(name + ".txt"), mail.text());
        assertSame(GOLDEN.resolve(name + ".html"), mail.page().html());
    }

    private static void assertSame(Path golden, String text) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
