package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import io.mdm.enrollment.web.text.CleanText;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationContentTest {

    @Test
    void names_whom_to_ask_as_far_as_that_is_known() throws Exception {
        var both = mail("it@acme.example", "+34 600");
        assertThat(both.text()).contains("Acme can help you:\nEmail: it@acme.example\nPhone: +34 600\n");
        assertThat(both.page().attributes("a", "href")).contains("mailto:it@acme.example", "tel:+34600");
        assertThat(mail("it@acme.example", null).text())
                .contains("it@acme.example")
                .doesNotContain("Phone");
        assertThat(mail(" ", "+34 600").text()).contains("Phone: +34 600").doesNotContain("Email:");
        assertThat(mail(null, "").text())
                .contains("Please ask the IT team at Acme.")
                .doesNotContain("can help you");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it@acme.example?bcc=eve@evil.example",
                "it@acme.example,eve@evil.example",
                "javascript:alert(1)",
                "it@acme.example\r\nBcc: eve@evil.example",
                "\"><script>alert(1)</script>",
                "IT <it@acme.example>",
                "\u00f1@acme.example"
            })
    void links_and_answers_no_contact_that_is_not_a_plain_one(String contact) throws Exception {
        var written =
                MailExamples.of(MailExamples.in(Language.EN), MailExamples.enterprise(null, null, contact, contact));
        var mail = WrittenMail.of(
                new InvitationMime(Sender.of(MailExamples.withoutReplyTo()), () -> MailExamples.NOW), written);

        assertThat(hrefs(mail)).containsOnly(MailExamples.LINK.uri().toString());
        assertThat(mail.message().getHeader("Reply-To")).isNull();
        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.text()).contains("Email: " + CleanText.singleLine(contact));
        assertThat(mail.page().text()).contains(CleanText.singleLine(contact));
    }

    @Test
    void sends_answers_to_the_contact_unless_they_are_wanted_elsewhere() throws Exception {
        var invitation = MailExamples.of(
                MailExamples.in(Language.EN), MailExamples.enterprise(null, null, "help@acme.example", null));
        var writer = new InvitationMime(Sender.of(MailExamples.withoutReplyTo()), () -> MailExamples.NOW);

        assertThat(WrittenMail.of(writer, invitation).message().getHeader("Reply-To"))
                .containsExactly("help@acme.example");
        assertThat(WrittenMail.of(invitation).message().getHeader("Reply-To")).containsExactly("it@acme.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTC              | for 12 days, until December 5, 2026, 16:30 (UTC).",
                "Europe/Madrid    | for 12 days, until December 5, 2026, 17:30 (UTC+1).",
                "Asia/Kolkata     | for 12 days, until December 5, 2026, 22:00 (UTC+5:30).",
                "Pacific/Auckland | for 12 days, until December 6, 2026, 05:30 (UTC+13).",
                "America/St_Johns | for 12 days, until December 5, 2026, 13:00 (UTC-3:30)."
            })
    void says_how_long_and_until_when_in_the_time_of_the_organization(ZoneId zone, String time) throws Exception {
        var mail = WrittenMail.of(MailExamples.in(zone));

        assertThat(mail.text()).contains("The link works " + time);
        assertThat(mail.page().text()).contains("The link works " + time, "Your personal link works " + time);
    }

    @Test
    void sets_the_note_of_the_organization_off_each_paragraph_in_its_own_direction() throws Exception {
        var hebrew = "\u05e9\u05dc\u05d5\u05dd";
        var mail = WrittenMail.of(MailExamples.wording(
                Language.EN,
                "Acme",
                null,
                "Hello\nall\n\n" + hebrew + "\n\n| Enroll this device\nhttps://evil.example"));

        assertThat(mail.text())
                .contains("A note from Acme:\n\n| Hello\n| all\n|\n| " + hebrew
                        + "\n|\n| | Enroll this device\n| https://evil.example\n\n");
        assertThat(mail.page().document().select(".note p[dir=rtl]").eachText()).containsExactly(hebrew);
    }

    @Test
    void says_what_windows_needs_before_the_link_and_what_comes_after_it() throws Exception {
        var text = WrittenMail.of(MailExamples.in(Language.EN)).text();

        assertThat(text.indexOf("an administrator account")).isBetween(0, text.indexOf(MailExamples.LINK.credential()));
        assertThat(text)
                .contains("enter " + MailExamples.CODE + ".")
                .contains("You are done when the connection to Acme is listed");
    }

    @Test
    void leaves_no_gap_for_words_that_were_not_given() throws Exception {
        var mail = WrittenMail.of(MailExamples.wording(Language.EN, "Acme", "", "\n \n"));

        assertThat(mail.text()).doesNotContain("Name of this enrollment").doesNotContain("\n\n\n");
        assertThat(mail.page().texts("p")).noneMatch(String::isBlank);
    }

    @Test
    void shows_the_logo_and_no_other_image() throws Exception {
        var logo = "https://acme.example/logo.png?a=1&b=2";
        var page = WrittenMail.of(MailExamples.of(
                        MailExamples.wording(Language.EN, "Acme \"&\" Co", null, null),
                        MailExamples.enterprise(null, logo, null, null)))
                .page();

        assertThat(page.attributes("img", "src")).containsExactly(logo);
        assertThat(page.attributes("img", "alt")).containsExactly("Acme \"&\" Co");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://acme.example/logo.png",
                "javascript:alert(1)",
                "data:image/svg+xml,<svg onload='alert(1)'/>",
                "https:/logo.png",
                "https://user:password@acme.example/logo.png",
                "https://acme.example/\" onerror=\"alert(1)",
                "//acme.example/logo.png"
            })
    void shows_the_name_where_the_logo_is_not_a_plain_https_address(String logo) throws Exception {
        var page = WrittenMail.of(
                        MailExamples.of(MailExamples.in(Language.EN), MailExamples.enterprise(null, logo, null, null)))
                .page();

        assertThat(page.elements("img")).isEmpty();
        assertThat(page.texts("p")).contains("Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12345", "#0b5fff;background:url(//evil.example)", "\"><script>", "expression(1)"})
    void takes_no_color_that_is_not_hexadecimal(String color) throws Exception {
        var page = WrittenMail.of(
                        MailExamples.of(MailExamples.in(Language.EN), MailExamples.enterprise(color, null, null, null)))
                .page();

        assertThat(page.attributes("td[bgcolor]", "bgcolor")).containsExactly("#0b57d0");
        assertThat(page.html()).doesNotContain(color);
    }

    @Test
    void wears_the_color_of_the_organization() throws Exception {
        var page = WrittenMail.of(MailExamples.of(
                        MailExamples.in(Language.EN), MailExamples.enterprise("#FD0", null, null, null)))
                .page();

        assertThat(page.attributes("td[bgcolor]", "bgcolor")).containsExactly("#ffdd00");
        assertThat(page.attributes("td[bgcolor] a", "style"))
                .singleElement()
                .asString()
                .contains("color:#000000");
    }

    @Test
    void names_are_isolated_from_the_direction_of_the_mail() throws Exception {
        var acme = "\u05d0\u05e7\u05de\u05d4.co.il";
        var mail = WrittenMail.of(
                MailExamples.wording(Language.EN, "\u202e" + acme + "\u2069\n", "\u0645\u062f (3)", "\u2067note"));

        assertThat(mail.page().document().select("bdi").eachText()).contains(acme, "\u0645\u062f (3)");
        assertThat(mail.html()).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
        assertThat(mail.text())
                .contains(
                        "\u2068" + acme + "\u2069 invites you", "Name of this enrollment: \u2068\u0645\u062f (3)\u2069")
                .doesNotContain("\u202e", "\u2067");
        assertThat(mail.message().getSubject()).endsWith(" with " + acme);
    }

    private static List<String> hrefs(WrittenMail mail) throws Exception {
        return mail.page().attributes("a", "href");
    }

    private static WrittenMail mail(@Nullable String contactEmail, @Nullable String contactPhone) throws Exception {
        return WrittenMail.of(MailExamples.of(
                MailExamples.in(Language.EN), MailExamples.enterprise(null, null, contactEmail, contactPhone)));
    }
}
