package io.mdm.enrollment.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.spi.NetworkGuesses;
import io.mdm.enrollment.api.spi.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Guesses by the database's clock, because a node whose clock is wrong would shut out networks everywhere. One row per
 * network, by its hash; each network that is added removes some whose time is over, so that there are never many more
 * rows than networks that guessed within the last minutes.
 */
@ApplicationScoped
class JdbcNetworkGuesses implements NetworkGuesses {
    private static final int CLEANED_AT_ONCE = 10;

    /** Removes so many rows of networks that have all of their guesses again. */
    static final String REMOVE_LAPSED = """
            delete from enrollment.network_guess where network_hash in (
                select network_hash from enrollment.network_guess
                where restored_at <= now() order by restored_at limit ? for update skip locked)
            """;

    private final EnrollmentDatabase database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JdbcNetworkGuesses() {
        this(null);
    }

    @Inject
    JdbcNetworkGuesses(EnrollmentDatabase database) {
        this.database = database;
    }

    /** The condition of the update admits no guess beyond the last one, however many are taken at once. */
    @Override
    public Duration take(String network, int atOnce, Duration interval) {
        long hash = hash(network);
        double seconds = seconds(interval);
        var added = database.query("""
                insert into enrollment.network_guess as g (network_hash, restored_at)
                values (?, now() + make_interval(secs => ?))
                on conflict (network_hash) do update
                    set restored_at = greatest(g.restored_at, now()) + make_interval(secs => ?)
                    where greatest(g.restored_at, now()) + make_interval(secs => ?) <= now() + make_interval(secs => ?)
                returning xmax = 0
                """, row -> row.getBoolean(1), hash, seconds, seconds, seconds, seconds * atOnce);
        if (added.isEmpty()) {
            return untilNext(hash, seconds * (atOnce - 1));
        }
        if (added.get(0)) {
            database.update(REMOVE_LAPSED, CLEANED_AT_ONCE);
        }
        return Duration.ZERO;
    }

    @Override
    public void giveBack(String network, Duration interval) {
        database.update(
                "update enrollment.network_guess set restored_at = restored_at - make_interval(secs => ?) where network_hash = ?",
                seconds(interval),
                hash(network));
    }

    private Duration untilNext(long hash, double seconds) {
        return database.query("""
                        select greatest(0, ceil(1000 * extract(epoch from restored_at - now() - make_interval(secs => ?))))
                        from enrollment.network_guess where network_hash = ?
                        """, row -> Duration.ofMillis(row.getLong(1)), seconds, hash).stream()
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static double seconds(Duration interval) {
        return interval.toMillis() / 1000.0;
    }

    private static long hash(String network) {
        return ByteBuffer.wrap(Sha256.hash(network.getBytes(UTF_8))).getLong();
    }
}
