package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.Mail;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The mails received. Of very many, the oldest are dropped, so that a bulk for 100 000 people fits into memory. */
final class Letters {
    static final int MAX_KEPT = 10_000;

    private final NavigableMap<Integer, Letter> kept = new TreeMap<>();
    private int received;

    synchronized void add(String source) {
        var letter = Letter.of(received + 1, Instant.now(), source);
        kept.put(++received, letter);
        if (kept.size() > MAX_KEPT) {
            kept.pollFirstEntry();
        }
    }

    /** How many have arrived, dropped ones included. */
    synchronized int received() {
        return received;
    }

    synchronized Optional<Letter> at(int number) {
        return Optional.ofNullable(kept.get(number));
    }

    /** Those whose recipient or subject contains the text, the newest first. */
    synchronized List<Letter> mentioning(String text) {
        return kept.descendingMap().values().stream()
                .filter(letter -> letter.mentions(text))
                .toList();
    }

    /** In order of arrival. */
    synchronized List<Mail> mails() {
        return kept.values().stream().map(Letter::mail).toList();
    }
}
