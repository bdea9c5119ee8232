package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.mail.WrittenInvitation;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A relay that does as it is told: it takes every invitation unless its script says otherwise. */
public final class InMemoryInvitationMailer implements InvitationMailer {
    private final List<Invitation> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> script = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger slowDowns = new AtomicInteger();
    private volatile Answer usual = Answer.code(250);
    private volatile boolean unavailable;
    private volatile @Nullable Runnable turn;
    private volatile Duration hold = Duration.ofSeconds(1);

    /** What the relay does with one message. */
    @FunctionalInterface
    public interface Answer {
        RelayAnswer to(Invitation invitation);

        /** To the whole message, without an enhanced status code. */
        static Answer code(int code) {
            return reply(SmtpStep.CONTENT, code, "");
        }

        static Answer noMailbox(int code) {
            return reply(SmtpStep.RCPT, code, "");
        }

        static Answer reply(SmtpStep step, int code, String enhancedStatus) {
            return invitation -> new RelayReply(step, code, enhancedStatus);
        }

        static Answer lost(SmtpStep step) {
            return invitation -> new RelayLoss(step, false);
        }

        static Answer hung(SmtpStep step) {
            return invitation -> new RelayLoss(step, true);
        }

        static Answer broken() {
            return invitation -> {
                throw new IllegalStateException("the template is broken");
            };
        }
    }

    /** Has the relay answer the next messages to this address so, one after the other. */
    public void script(String email, Answer... answers) {
        script.put(email, new ConcurrentLinkedQueue<>(List.of(answers)));
    }

    public void goAway() {
        unavailable = true;
    }

    public void comeBack() {
        unavailable = false;
    }

    /** Has every message wait for its turn, and runs this when the turn has come. */
    public void whenTurnComes(Runnable observer) {
        turn = observer;
    }

    /** How long the mailer says that it holds everything when it is to be slower. */
    public void hold(Duration time) {
        hold = time;
    }

    @Override
    public void awaitTurn(Runnable meanwhile) {
        if (turn != null) {
            meanwhile.run();
            turn.run();
        }
    }

    @Override
    public Duration slowDown() {
        slowDowns.incrementAndGet();
        return hold;
    }

    @Override
    public String sender() {
        return "enroll@mdm.example";
    }

    @Override
    public Connection connect() throws RelayUnavailable {
        connections.incrementAndGet();
        if (unavailable) {
            throw new RelayUnavailable("connection refused");
        }
        open.incrementAndGet();
        return new Connection() {
            @Override
            public RelayAnswer send(Invitation invitation) {
                return answer(invitation);
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public RelayAnswer sendAtOnce(Invitation invitation) throws RelayUnavailable {
        try (var connection = connect()) {
            return connection.send(invitation);
        }
    }

    @Override
    public WrittenInvitation write(Invitation invitation) {
        return new WrittenInvitation(
                invitation.language().tag(), sender(), null, invitation.toString(), invitation.address());
    }

    private RelayAnswer answer(Invitation invitation) {
        var answers = script.get(invitation.address());
        var scripted = answers == null ? null : answers.poll();
        var answer = (scripted == null ? usual : scripted).to(invitation);
        if (answer instanceof RelayReply reply && reply.accepted()) {
            sent.add(invitation);
        }
        return answer;
    }

    /** What the relay does with all messages that no script is for. */
    public void answerAll(Answer answer) {
        usual = answer;
    }

    /** What the relay took, in this order. */
    public List<Invitation> sent() {
        return sent;
    }

    /** How often a connection was asked for. */
    public int connections() {
        return connections.get();
    }

    /** How often the mailer was told to be slower. */
    public int slowDowns() {
        return slowDowns.get();
    }

    /** How many connections have not been closed. */
    public int open() {
        return open.get();
    }
}
