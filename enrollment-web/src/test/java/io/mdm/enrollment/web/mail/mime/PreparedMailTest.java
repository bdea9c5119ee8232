package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import io.mdm.enrollment.web.mail.content.InvitationHtml;
import io.mdm.enrollment.web.mail.content.InvitationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mail that was prepared for many reads as if it had been written for one. */
class PreparedMailTest {
    private static final List<String> EMAILS = List.of(
            "ana@acme.example",
            "o'hara&sons@acme.example",
            "=?utf-8?q?x?=@acme.example",
            "a@xn--bcher-kva.example",
            "&ltimg/src=x&gt@acme.example",
            "x".repeat(64) + "@" + "y".repeat(63) + ".example",
            ".leading@acme.example",
            "$1{0}%s@acme.example");

    private final InvitationMime writer = WrittenMail.writer();

    @ParameterizedTest
    @EnumSource(Language.class)
    void for_every_recipient(Language language) throws Exception {
        var shared = MailExamples.wording(language, "Acme & Co", "Laptops", "Dear all,\nplease hurry.");
        for (var email : EMAILS) {
            for (int length = 1; length < 90; length += 11) {
                var link = MailExamples.link("mdme_" + "z".repeat(length));
                var invitation = MailExamples.of(shared, "key." + length, email, link, "K" + length);
                assertReadsAlike(invitation);
                assertReadsAlike(MailExamples.reminding(invitation, Duration.ofMinutes(100)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void whatever_the_organization_says(String words) throws Exception {
        var invitation = MailExamples.wording(Language.EN, words, words, words);

        assertReadsAlike(invitation);
        assertThat(WrittenMail.of(writer, invitation).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void whatever_a_recipient_is_called(String words) throws Exception {
        var note = "Hello {{name|there}}: {{email}}, {{organization}}, {{expires}}, {{displayName|none}}.\n\n{{name}}";
        var invitation = MailExamples.named(MailExamples.wording(Language.FR, "Acme", words, note), words);

        assertReadsAlike(invitation);
        assertReadsAlike(MailExamples.named(MailExamples.wording(Language.FR, "Acme", "Laptops", note), "Ana"));
        assertReadsAlike(MailExamples.wording(Language.FR, "Acme", null, note));
        assertThat(WrittenMail.of(writer, invitation).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    static Stream<String> hostileWords() {
        return Stream.of(
                "\u0001\u0002\u0003\u0004\u0005\u0006",
                "a\u0002b\r\n\u0000c",
                "<script>alert('\u0005')</script>&\"",
                "\u202Eevil\u2066 \u05d0\u05d1",
                "--=_invitation--\r\n\r\n.\r\nFrom here",
                "\ud83d\ude00".repeat(64),
                "'{0}'{1} {",
                "x\n\n".repeat(6_000));
    }

    @Test
    void and_each_has_what_is_its_own_only() throws Exception {
        var plain = MailExamples.in(Language.EN);
        var ana = MailExamples.of(plain, "a.0", "ana@acme.example", MailExamples.link("A"), "AAAAA-AAAAA");
        var bob = MailExamples.of(plain, "b.0", "bob@acme.example", MailExamples.link("B"), "BBBBB-BBBBB");
        WrittenMail.of(writer, ana);

        var mail = WrittenMail.of(writer, bob);

        assertThat(mail.message().getMessageID()).isEqualTo("<b.0@mdm.acme.example>");
        assertThat(mail.text() + mail.html())
                .contains("bob@acme.example", "https://mdm.acme.example/enroll/B", "BBBBB-BBBBB")
                .doesNotContain("ana@", "/enroll/A", "AAAAA");
    }

    private void assertReadsAlike(Invitation invitation) throws Exception {
        var content = MailExamples.content(invitation);
        var mail = WrittenMail.of(writer, invitation);

        assertThat(mail.text()).isEqualTo(InvitationText.of(content));
        assertThat(parsed(mail.html())).isEqualTo(parsed(InvitationHtml.of(content)));
        assertThat(mail.message().getSubject()).isEqualTo(content.subject().strip());
    }

    private static @Nullable String parsed(String html) {
        return HtmlPage.of(html).document().outerHtml();
    }
}
