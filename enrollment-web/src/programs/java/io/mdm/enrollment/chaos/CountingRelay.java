package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Lies.Lie;
import io.mdm.enrollment.support.LoopbackSmtpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A relay on the loopback for as many connections as come, which notes what it takes and can be made to lie. */
final class CountingRelay implements AutoCloseable {
    private final Ledger ledger;
    private final int port;
    private final Queue<Duration> silences = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean();
    private volatile Duration thought = Duration.ZERO;
    private volatile @Nullable Lies lies;
    private volatile String poisoned = "";
    private volatile OptionalInt bound = OptionalInt.empty();
    private volatile LoopbackSmtpServer server;

    CountingRelay(Ledger ledger, int port) {
        this.ledger = ledger;
        this.port = port;
        server = LoopbackSmtpServer.start(port, this::conversation);
    }

    private RelayDialogue conversation() {
        return new RelayDialogue(this);
    }

    int port() {
        return port;
    }

    void lie(Lies those) {
        lies = those;
    }

    /** How long it looks at a message before it says that it has taken it. */
    void thinkFor(Duration time) {
        thought = time;
    }

    Duration thought() {
        return thought;
    }

    void speakTheTruth() {
        lies = null;
    }

    /** The next recipient gets no answer for as long as the client waits. */
    void fallSilentOnce() {
        silent.set(true);
    }

    /** How long clients waited for an answer that never came. */
    Collection<Duration> silences() {
        return silences;
    }

    /** How many messages at most were taken without the client having heard so. */
    int unanswered() {
        return unanswered.get();
    }

    /** Breaks all connections and refuses new ones. */
    void goAway() {
        try {
            // each of them may have had its answer under way
            unanswered.addAndGet(server.stop());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void comeBack() {
        server = LoopbackSmtpServer.start(port, this::conversation);
    }

    @Override
    public void close() {
        goAway();
    }

    Lie nextLie() {
        var those = lies;
        return those == null ? Lie.NONE : those.next();
    }

    /** Breaks off whenever this recipient is named. */
    void breakOffOver(String recipient) {
        poisoned = recipient;
    }

    /** Ends connections after so many messages, if at all. */
    void endConnectionsAfter(OptionalInt messages) {
        bound = messages;
    }

    boolean breaksOffOver(String recipient) {
        var those = lies;
        return recipient.equals(poisoned) || (those != null && those.breaksOffOver(recipient));
    }

    boolean refuses(String recipient) {
        var those = lies;
        return those != null && those.refuses(recipient);
    }

    boolean ends(int messages) {
        var those = lies;
        return (bound.isPresent() && messages >= bound.getAsInt()) || (those != null && those.ends(messages));
    }

    boolean isToBeSilent() {
        return silent.getAndSet(false);
    }

    void wasSilentFor(Duration time) {
        silences.add(time);
    }

    void takeUnanswered(String recipient, Ledger.Taken mail) {
        unanswered.incrementAndGet();
        ledger.add(recipient, mail);
    }

    void take(String recipient, Ledger.Taken mail) {
        ledger.add(recipient, mail);
    }
}
