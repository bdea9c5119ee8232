package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.RelayUnavailable.Moment;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay that does as it is told: it takes every invitation unless its script says otherwise. */
public final class InMemoryInvitationMailer implements InvitationMailer {
    private final List<Invitation> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> script = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean unavailable;

    /** What the relay does with one message. */
    @FunctionalInterface
    public interface Answer {
        RelayReply to(Invitation invitation) throws RelayUnavailable;

        static Answer code(int code) {
            return invitation -> new RelayReply(code);
        }

        static Answer noMailbox(int code) {
            return invitation -> RelayReply.toMailbox(code);
        }

        static Answer lost(Moment moment) {
            return invitation -> {
                throw new RelayUnavailable(moment, "connection lost");
            };
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

    @Override
    public Connection connect() throws RelayUnavailable {
        connections.incrementAndGet();
        if (unavailable) {
            throw new RelayUnavailable(Moment.BEFORE_MESSAGE, "connection refused");
        }
        open.incrementAndGet();
        return new Connection() {
            @Override
            public RelayReply send(Invitation invitation) throws RelayUnavailable {
                return answer(invitation);
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private RelayReply answer(Invitation invitation) throws RelayUnavailable {
        var answers = script.get(invitation.email());
        var answer = answers == null ? null : answers.poll();
        var reply = (answer == null ? Answer.code(250) : answer).to(invitation);
        if (reply.accepted()) {
            sent.add(invitation);
        }
        return reply;
    }

    /** What the relay took, in this order. */
    public List<Invitation> sent() {
        return sent;
    }

    /** How often a connection was asked for. */
    public int connections() {
        return connections.get();
    }

    /** How many connections have not been closed. */
    public int open() {
        return open.get();
    }
}
