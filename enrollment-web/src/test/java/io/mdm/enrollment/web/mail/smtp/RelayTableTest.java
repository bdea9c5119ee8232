package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.domain.delivery.DeliveryFixture.after;
import static io.mdm.enrollment.support.FaultySmtpServer.DROP;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static io.mdm.enrollment.support.FaultySmtpServer.SILENCE;
import static io.mdm.enrollment.support.FaultySmtpServer.thenDrop;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.AttributionTable;
import io.mdm.enrollment.domain.delivery.AttributionTable.Cell;
import io.mdm.enrollment.domain.delivery.DeliveryFixture;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consequences of every answer of the table in docs/reliability.md, over real connections to a scripted relay. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RelayTableTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String FINE = "250 fine";

    private final FaultySmtpServer server = FaultySmtpServer.started();
    private final DeliveryFixture fixture = new DeliveryFixture();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static List<Cell> cells() {
        return AttributionTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void each_answer_has_the_consequences_of_what_it_is_charged_to(Cell cell) {
        boolean used = cell.connection().equals("used");
        script(cell, used);
        fixture.mailing(new SmtpInvitationMailer(relay(cell)));
        var batch = fixture.promise(used ? 2 : 1);
        int faulty = used ? 1 : 0;

        fixture.run(batch);

        assertThat(fixture.mail(batch, faulty)).isEqualTo(expected(cell));
        assertThat(fixture.delivery().isPaused()).isEqualTo(cell.charged().equals("relay"));
        assertThat(isSuppressed(batch, faulty)).isEqualTo(cell.charged().equals("mailbox"));
        assertThat(unconfirmed(batch)).isEqualTo(cell.charged().equals("unknown outcome") ? 1 : 0);
    }

    /** A connection is used after one good message, and renewed after the relay has hung up over this one. */
    private void script(Cell cell, boolean used) {
        var event = cell.step() == SmtpStep.CONTENT ? END_OF_DATA : cell.step().name();
        if (cell.connection().equals("renewed")) {
            server.on("RCPT", DROP);
        }
        boolean secondTime = used || (cell.connection().equals("renewed") && cell.step() == SmtpStep.MAIL);
        if (secondTime) {
            server.on(event, event.equals("DATA") ? "354 go on" : FINE);
        }
        server.on(event, fault(cell));
    }

    private static String fault(Cell cell) {
        if (!cell.isReply()) {
            return cell.answer().equals("silent") ? SILENCE : DROP;
        }
        var reply = cell.answer() + " not liked";
        return cell.code() == 421 ? thenDrop(reply) : reply;
    }

    private Relay relay(Cell cell) {
        var patience = cell.answer().equals("silent") ? PATIENCE : SmtpTimeouts.DEFAULT.envelope();
        return Relay.of(
                MailExamples.relayOn(server.port()),
                () -> MailExamples.NOW,
                new SmtpTimeouts(patience, patience, patience),
                System::nanoTime,
                message -> {});
    }

    private static Mail expected(Cell cell) {
        return switch (cell.charged()) {
            case "connection" -> mail(MailState.SENT, 1, "250", Examples.NOW, null);
            case "relay" -> mail(MailState.QUEUED, 0, null, null, Examples.NOW);
            case "pace" -> deferred(0, null, Duration.ofSeconds(5));
            case "unknown outcome" -> deferred(1, null, Duration.ofMinutes(5));
            case "undecided" -> undecided(cell);
            default ->
                cell.code() < 500
                        ? deferred(1, code(cell), Duration.ofMinutes(5))
                        : mail(MailState.FAILED, 1, code(cell), null, null);
        };
    }

    /** Where the relay broke off, and nothing else speaks against it, the invitation has had its attempt. */
    private static Mail undecided(Cell cell) {
        boolean brokeOff = !cell.isReply() || cell.code() == 421;
        return brokeOff
                ? deferred(1, cell.isReply() ? code(cell) : null, Duration.ofMinutes(5))
                : deferred(0, null, Duration.ofMinutes(1));
    }

    private static String code(Cell cell) {
        return String.valueOf(cell.code());
    }

    private static Mail deferred(int attempts, @Nullable String lastReply, Duration wait) {
        return mail(MailState.DEFERRED, attempts, lastReply, null, after(wait));
    }

    private static Mail mail(
            MailState state, int attempts, @Nullable String reply, @Nullable Instant sentAt, @Nullable Instant next) {
        return new Mail(state, attempts, reply, Examples.NOW, sentAt, next);
    }

    private boolean isSuppressed(EnrollmentBatch batch, int index) {
        long hash = fixture.token(batch, index).addressHash().orElseThrow();
        return !fixture.suppressionList
                .among(batch.organizationId(), List.of(hash))
                .isEmpty();
    }

    private int unconfirmed(EnrollmentBatch batch) {
        return fixture.invitations.due(DeliveryFixture.lane(batch), after(Duration.ofHours(1)), batch.total()).stream()
                .mapToInt(promised -> promised.unconfirmed())
                .sum();
    }
}
