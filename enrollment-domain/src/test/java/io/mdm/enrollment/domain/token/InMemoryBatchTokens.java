package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

public final class InMemoryBatchTokens implements BatchTokens {
    private final InMemoryEnrollmentTokens tokens;

    public InMemoryBatchTokens(InMemoryEnrollmentTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int countExpired(EnrollmentBatch batch, Instant now) {
        return expired(batch, now).size();
    }

    @Override
    public int extend(EnrollmentBatch batch, Instant end, Instant now) {
        var live = pending(batch)
                .filter(token -> token.isLive(now) && token.expireAt().isBefore(end))
                .toList();
        live.forEach(token -> token.extend(end, now));
        return live.size();
    }

    @Override
    public int revive(EnrollmentBatch batch, int limit, Instant end, Instant now) {
        var revived = expired(batch, now).stream().limit(limit).toList();
        revived.forEach(token -> token.extend(end, now));
        return revived.size();
    }

    @Override
    public void start(EnrollmentBatch batch, Instant start, Duration shift, Instant now) {
        pending(batch).toList().forEach(token -> token.start(start, shift, now));
    }

    @Override
    public List<String> revoke(EnrollmentBatch batch, Instant now) {
        var revoked = pending(batch).toList();
        revoked.forEach(token -> token.revoke(now));
        return revoked.stream().map(EnrollmentToken::id).toList();
    }

    private List<EnrollmentToken> expired(EnrollmentBatch batch, Instant now) {
        return pending(batch)
                .filter(token -> !token.isLive(now) && token.email().isPresent())
                .sorted(Comparator.comparing(EnrollmentToken::batchIndex))
                .toList();
    }

    private Stream<EnrollmentToken> pending(EnrollmentBatch batch) {
        return tokens.ofBatch(batch.organizationId(), batch.id()).filter(token -> token.state() == TokenState.PENDING);
    }
}
