package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells a reminder from the invitation. */
class ReminderMailTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Reminder     | This is a reminder: | 23 hours   | 2 days
            DE | Erinnerung   | Zur Erinnerung:     | 23 Stunden | 2 Tage
            FR | Rappel       | Pour rappel,        | 23 heures  | 2 jours
            ES | Recordatorio | Le recordamos       | 23 horas   | 2 días
            IT | Promemoria   | Promemoria:         | 23 ore     | 2 giorni
            PT | Lembrete     | Este é um lembrete: | 23 horas   | 2 dias
            RU | Напоминание  | Напоминаем:         | 23 часа    | 2 дня
            ZH | 提醒         | 特此提醒：          | 23小时     | 2天
            """)
    void it_says_so_in_subject_and_first_sentence_and_names_the_time_left(
            Language language, String subject, String first, String hours, String days) throws Exception {
        var mail = mailIn(language, Duration.ofHours(23));

        assertThat(mail.message().getSubject()).startsWith(subject);
        assertThat(mail.text()).startsWith(first).contains("Acme", hours);
        assertThat(mail.page().texts("p"))
                .anySatisfy(text -> assertThat(text).startsWith(first))
                .anySatisfy(text -> assertThat(text).contains(hours));
        assertThat(mailIn(language, Duration.ofHours(40)).text()).contains(days);
        assertThat(WrittenMail.of(MailExamples.in(language)).text()).doesNotContain(first);
    }

    @Test
    void it_answers_the_invitation_of_which_it_reminds() throws Exception {
        var message = mailIn(Language.EN, Duration.ofHours(1)).message();

        assertThat(message.getHeader("In-Reply-To")).containsExactly("<698efa6ed851667d9c0aec90.0.0@mdm.acme.example>");
        assertThat(message.getHeader("References")).containsExactly("<698efa6ed851667d9c0aec90.0.0@mdm.acme.example>");
        assertThat(message.getMessageID()).isEqualTo("<698efa6ed851667d9c0aec90.1@mdm.acme.example>");
        var invitation = WrittenMail.of(MailExamples.in(Language.EN)).message();
        assertThat(invitation.getHeader("In-Reply-To")).isNull();
        assertThat(invitation.getHeader("References")).isNull();
    }

    private static WrittenMail mailIn(Language language, Duration left) throws Exception {
        return WrittenMail.of(MailExamples.reminding(MailExamples.in(language), left));
    }
}
