package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Lies.Lie;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A relay on the loopback for as many connections as come, which notes what it takes and can be made to lie. */
final class CountingRelay implements AutoCloseable {
    private final Ledger ledger;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Queue<Duration> silences = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean();
    private volatile Duration thought = Duration.ZERO;
    private volatile @Nullable Lies lies;
    private volatile @Nullable ServerSocket listener;

    CountingRelay(Ledger ledger, int port) {
        this.ledger = ledger;
        this.port = port;
        comeBack();
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

    void think() {
        LockSupport.parkNanos(thought.toNanos());
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
        close(listener);
        // each of them may have had its answer under way
        unanswered.addAndGet(connections.size());
        connections.forEach(CountingRelay::close);
    }

    void comeBack() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            listener = opened;
            start(() -> listen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goAway();
    }

    Lie nextLie() {
        var those = lies;
        return those == null ? Lie.NONE : those.next();
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

    private void listen(ServerSocket opened) {
        try {
            while (true) {
                var connection = opened.accept();
                connections.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the relay is away
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            new RelayDialogue(this, connection).hold();
        } catch (IOException hungUp) {
            // nodes that are killed do
        } finally {
            connections.remove(connection);
        }
    }

    private static void close(@Nullable Closeable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            // then it is closed
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "counting-relay");
        thread.setDaemon(true);
        thread.start();
    }
}
