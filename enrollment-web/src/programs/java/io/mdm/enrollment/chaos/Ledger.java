package io.mdm.enrollment.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every mail that the relay took, whether it said so or not, by recipient. */
final class Ledger {
    private final Map<String, List<Taken>> mails = new ConcurrentHashMap<>();

    /**
     * @param begun when the client named the sender, by the clock of this machine, which is also the database's
     * @param at when the last line had come, of {@link System#nanoTime}
     */
    record Taken(String messageId, String link, Instant begun, long at) {
        boolean isLike(Taken other) {
            return messageId.equals(other.messageId) && link.equals(other.link);
        }
    }

    void add(String recipient, Taken mail) {
        mails.computeIfAbsent(recipient, first -> new CopyOnWriteArrayList<>()).add(mail);
    }

    /** How many recipients have got something. */
    int recipients() {
        return mails.size();
    }

    /** How many mails there are. */
    long mails() {
        return mails.values().stream().mapToLong(List::size).sum();
    }

    List<Taken> of(String recipient) {
        return mails.getOrDefault(recipient, List.of());
    }
}
