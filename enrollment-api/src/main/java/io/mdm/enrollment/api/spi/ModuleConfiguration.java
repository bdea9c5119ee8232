package io.mdm.enrollment.api.spi;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the module must be told before it starts, already checked.
 *
 * @param linkBase what personal links begin with, without a slash at the end
 * @param secretKeys the keys under which credentials are made: the first signs, all verify; at least one, ids distinct
 * @param mailWorkers how many invitations are under way at once on this node, from 1 to {@value #MAX_MAIL_WORKERS}
 * @param hourlyMailQuota how many mails each organization's invitations may make in any 60 minutes, on all nodes
 *     together, at least one; empty for no bound
 * @param smtpUtf8 whether local parts may hold other characters than ASCII (RFC 6531)
 * @param directoryFile a directory to load at start
 */
public record ModuleConfiguration(
        URI linkBase,
        List<SecretKey> secretKeys,
        int mailWorkers,
        OptionalInt hourlyMailQuota,
        boolean smtpUtf8,
        Optional<Path> directoryFile) {

    /** How many invitations may be under way at once on one node. */
    public static final int MAX_MAIL_WORKERS = 64;

    /**
     * A server key.
     *
     * @param id names the key in the database
     * @param bytes at least 32
     */
    @SuppressWarnings("ArrayRecordComponent") // keys are not compared
    public record SecretKey(String id, byte[] bytes) {

        /** Says which key, never what it is. */
        @Override
        public String toString() {
            return "SecretKey[" + id + "]";
        }
    }
}
