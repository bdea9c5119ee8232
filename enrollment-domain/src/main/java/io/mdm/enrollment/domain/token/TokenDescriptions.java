package io.mdm.enrollment.domain.token;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens as their organization sees them: with their batch, their mail and the names of their policies. */
@Dependent
public class TokenDescriptions {
    private final EnrollmentBatches batches;
    private final TokenMails mails;
    private final MdmDirectory directory;
    private final PersonalLinks links;
    private final ModuleClock clock;

    @Inject
    public TokenDescriptions(
            EnrollmentBatches batches,
            TokenMails mails,
            MdmDirectory directory,
            PersonalLinks links,
            ModuleClock clock) {
        this.batches = batches;
        this.mails = mails;
        this.directory = directory;
        this.links = links;
        this.clock = clock;
    }

    public IssuedToken of(EnrollmentToken token, LinkVisibility shown) {
        return ofAll(List.of(token), shown).get(0);
    }

    /** @param tokens of one organization */
    public List<IssuedToken> ofAll(List<EnrollmentToken> tokens, LinkVisibility shown) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        var mailById = mails.ofAll(tokens.get(0).organizationId(), tokens);
        return described(tokens, shown, token -> mailById.getOrDefault(token.id(), Mail.NOT_REQUESTED));
    }

    /** The token for the holder of its code: with the link, without its mail. */
    public IssuedToken toHolder(EnrollmentToken token) {
        return described(List.of(token), LinkVisibility.SHOWN, none -> null).get(0);
    }

    /** The same for the holder of the link, without asking for the batch. */
    public IssuedToken toHolder(TokenWithBatch found) {
        var settings = found.token().settings(found.batch());
        var names = directory.policyNames(found.token().organizationId(), settings.policies());
        return description(found.token(), found.batch(), names, LinkVisibility.SHOWN, null);
    }

    private List<IssuedToken> described(
            List<EnrollmentToken> tokens, LinkVisibility shown, Function<EnrollmentToken, @Nullable Mail> mailOf) {
        var organizationId = tokens.get(0).organizationId();
        var batchIds = tokens.stream().map(EnrollmentToken::batchId).collect(Collectors.toSet());
        var batchById = batches.findAll(organizationId, batchIds).stream()
                .collect(Collectors.toMap(EnrollmentBatch::id, Function.identity()));
        Function<EnrollmentToken, EnrollmentBatch> batchOf = token -> requireNonNull(batchById.get(token.batchId()));
        var names = directory.policyNames(organizationId, policies(tokens, batchOf));
        return tokens.stream()
                .map(token -> description(token, batchOf.apply(token), names, shown, mailOf.apply(token)))
                .toList();
    }

    private static Set<String> policies(
            List<EnrollmentToken> tokens, Function<EnrollmentToken, EnrollmentBatch> batchOf) {
        return tokens.stream()
                .map(token -> token.settings(batchOf.apply(token)))
                .distinct()
                .flatMap(settings -> settings.policies().stream())
                .collect(Collectors.toSet());
    }

    private IssuedToken description(
            EnrollmentToken token,
            EnrollmentBatch batch,
            Map<String, String> names,
            LinkVisibility shown,
            @Nullable Mail mail) {
        var settings = token.settings(batch);
        var now = clock.instant();
        boolean reachable = shown == LinkVisibility.SHOWN && token.isLive(now);
        return new IssuedToken(
                token.id(),
                token.organizationId(),
                batch.isBulk() ? batch.id() : null,
                batch.winEnterpriseId(),
                token.winDeviceId().orElse(null),
                token.mdmUserId().orElse(null),
                token.email().orElse(null),
                token.language(),
                settings,
                namesOf(settings, names),
                token.stateAt(now),
                token.createdAt(),
                token.updatedAt(),
                token.expireAt(),
                token.enrolledAt().orElse(null),
                token.isCodeLocked(now),
                mail,
                reachable ? links.linkTo(token) : null,
                reachable ? links.codeOf(token) : null);
    }

    private static Map<String, String> namesOf(EnrollmentSettings settings, Map<String, String> names) {
        var known = new HashMap<>(names);
        known.keySet().retainAll(settings.policies());
        return known;
    }
}
