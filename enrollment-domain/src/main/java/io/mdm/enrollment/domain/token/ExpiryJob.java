package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Job that announces the tokens that have expired. */
@UseCase
@ApplicationScoped
public class ExpiryJob {
    /** By so much the clocks of nodes differ at most; until then another node may still redeem a token. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final ExpiredTokens tokens;
    private final TokenEnds ends;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    ExpiryJob() {
        this(null, null, null);
    }

    @Inject
    public ExpiryJob(ExpiredTokens tokens, TokenEnds ends, ModuleClock clock) {
        this.tokens = tokens;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * Announces some of them in one transaction.
     *
     * @return whether there were any
     */
    @Transactional
    public boolean step() {
        var expired = tokens.take(clock.instant().minus(MARGIN));
        expired.forEach(ends::expired);
        return !expired.isEmpty();
    }
}
