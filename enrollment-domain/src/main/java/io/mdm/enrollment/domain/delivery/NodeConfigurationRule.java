package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Invitations that this node cannot send as it is configured now. They wait instead of failing: the next start, or
 * another node, may be configured otherwise.
 */
final class NodeConfigurationRule {
    private static final Logger LOG = TracedLogger.of(NodeConfigurationRule.class);

    private final ModuleConfiguration configuration;
    private final PersonalLinks links;

    private enum Gap {
        /** SMTPUTF8 (RFC 6531) was switched off after an address was admitted that needs it. */
        SMTPUTF8(Duration.ofHours(1), "their addresses need mdm.enrollment.mail.smtputf8=true"),
        /** Another node signs with a new key, or an old one was removed too early. */
        KEY(Duration.ofMinutes(1), "mdm.enrollment.secret.keys of this node lacks the key of their links");

        private final Duration wait;
        private final String reason;

        Gap(Duration wait, String reason) {
            this.wait = wait;
            this.reason = reason;
        }
    }

    NodeConfigurationRule(ModuleConfiguration configuration, PersonalLinks links) {
        this.configuration = configuration;
        this.links = links;
    }

    /**
     * How long the invitations wait that cannot be sent now, by position. The operator is told once for all of them.
     */
    Map<Integer, Duration> postponedIn(DeliveryLane lane, Collection<EnrollmentToken> tokens) {
        var postponed = new HashMap<Integer, Duration>();
        if (!configuration.smtpUtf8()) {
            postpone(lane, tokens, NodeConfigurationRule::needsSmtpUtf8, Gap.SMTPUTF8, postponed);
        }
        postpone(lane, tokens, token -> !links.canBeMadeFor(token), Gap.KEY, postponed);
        return postponed;
    }

    private static void postpone(
            DeliveryLane lane,
            Collection<EnrollmentToken> tokens,
            Predicate<EnrollmentToken> concerned,
            Gap gap,
            Map<Integer, Duration> postponed) {
        var found = tokens.stream().filter(concerned).toList();
        if (!found.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} invitations of batch {1} are deferred: {2}",
                    found.size(),
                    lane.batchId(),
                    gap.reason);
            found.forEach(token -> postponed.put(token.batchIndex(), gap.wait));
        }
    }

    private static boolean needsSmtpUtf8(EnrollmentToken token) {
        return token.email()
                .map(Recipient::ofAdmitted)
                .filter(Recipient::needsSmtpUtf8)
                .isPresent();
    }
}
