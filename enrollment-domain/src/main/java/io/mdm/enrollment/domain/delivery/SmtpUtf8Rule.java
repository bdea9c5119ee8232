package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SMTPUTF8 (RFC 6531) as configured now. Switched off after an address was admitted that needs it, it makes the
 * invitation wait, not fail: the next start may switch it on again.
 */
final class SmtpUtf8Rule {
    private static final Logger LOG = System.getLogger(SmtpUtf8Rule.class.getName());

    private final ModuleConfiguration configuration;

    SmtpUtf8Rule(ModuleConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Positions of the recipients who cannot be mailed now. The operator is told once for all of them. */
    Set<Integer> postponedIn(DeliveryLane lane, Collection<EnrollmentToken> tokens) {
        if (configuration.smtpUtf8()) {
            return Set.of();
        }
        var postponed = tokens.stream()
                .filter(SmtpUtf8Rule::needsSmtpUtf8)
                .map(EnrollmentToken::batchIndex)
                .collect(Collectors.toUnmodifiableSet());
        if (!postponed.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} invitations of batch {1} are deferred: their addresses need mdm.enrollment.mail.smtputf8=true",
                    postponed.size(),
                    lane.batchId());
        }
        return postponed;
    }

    private static boolean needsSmtpUtf8(EnrollmentToken token) {
        return token.email()
                .map(Recipient::ofAdmitted)
                .filter(Recipient::needsSmtpUtf8)
                .isPresent();
    }
}
