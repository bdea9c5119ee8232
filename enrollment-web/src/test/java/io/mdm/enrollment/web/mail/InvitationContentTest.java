package io.mdm.enrollment.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.Invitation;
import io.mdm.enrollment.api.Language;
import io.mdm.enrollment.api.WindowsEnterprise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvitationContentTest {

    @Test
    void names_whom_to_ask_as_far_as_that_is_known() {
        assertThat(text("it@acme.example", "+34 600")).endsWith("Write to it@acme.example or call +34 600.");
        assertThat(text("it@acme.example", null)).endsWith("Write to it@acme.example.");
        assertThat(text(" ", "+34 600")).endsWith("Call +34 600.");
        assertThat(text(null, "")).doesNotContain("Questions");
    }

    @Test
    void leaves_no_gap_for_words_that_were_not_given() {
        var content = InvitationContent.of(Examples.wording(Language.EN, "Acme", "", "\n \n"));

        assertThat(content.text()).doesNotContain("Name of this enrollment").doesNotContain("\n\n\n");
        assertThat(content.html()).doesNotContain("<p></p>");
    }

    private static String text(@Nullable String contactEmail, @Nullable String contactPhone) {
        var plain = Examples.in(Language.EN);
        var known = plain.enterprise();
        return InvitationContent.of(new Invitation(
                        plain.messageKey(),
                        plain.address(),
                        plain.email(),
                        plain.language(),
                        plain.displayName(),
                        plain.emailText(),
                        plain.link(),
                        plain.expireAt(),
                        plain.organizationName(),
                        new WindowsEnterprise(known.id(), known.serverName(), null, null, contactEmail, contactPhone)))
                .text();
    }
}
