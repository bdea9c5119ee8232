package io.mdm.enrollment.api.spi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Validated configuration that the domain needs.
 *
 * @param linkBase base URL of personal links, without a trailing slash
 * @param secretKeys keys of credentials: the first signs, all verify; at least one, ids distinct
 * @param mailWorkers invitations sent concurrently by this node, 0 to {@value #MAX_MAIL_WORKERS}; with 0 it delivers
 *     nothing
 * @param hourlyMailQuota mails per organization in any 60 minutes in the whole cluster, at least one; empty for no
 *     limit
 * @param hourlyRecipients recipients in the requests of an organization in any 60 minutes in the whole cluster, at
 *     least one
 * @param resendInterval time between two resends of one invitation; zero for no limit
 * @param reminders of bulk requests that name none: times before the end of their tokens, distinct
 * @param smtpUtf8 whether local parts may contain non-ASCII characters (RFC 6531)
 * @param directoryFile JSON directory to load at start
 */
public record ModuleConfiguration(
        URI linkBase,
        List<SecretKey> secretKeys,
        int mailWorkers,
        OptionalInt hourlyMailQuota,
        int hourlyRecipients,
        Duration resendInterval,
        List<Duration> reminders,
        boolean smtpUtf8,
        Optional<Path> directoryFile) {

    /** Upper bound of {@code mailWorkers}. */
    public static final int MAX_MAIL_WORKERS = 64;

    /**
     * Secret key of the server.
     *
     * @param id name of the key in the database
     * @param bytes at least 32
     */
    @SuppressWarnings("ArrayRecordComponent") // keys are not compared
    public record SecretKey(String id, byte[] bytes) {

        /** Names the key without revealing it. */
        @Override
        public String toString() {
            return "SecretKey[" + id + "]";
        }
    }
}
