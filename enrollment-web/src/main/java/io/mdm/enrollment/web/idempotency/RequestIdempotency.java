package io.mdm.enrollment.web.idempotency;

import io.mdm.enrollment.api.BatchReceipt.Origin;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.IdempotentCommands;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.security.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency of the current request, for resource methods. They read the body first, because its hash belongs to the
 * key.
 */
@RequestScoped
public class RequestIdempotency {
    private final IdempotentCommands commands;
    private final RequestContext context;
    private @Nullable Supplier<IdempotencyKey> key;
    private @Nullable HashedBody body;
    private boolean replayed;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    RequestIdempotency() {
        this(null, null);
    }

    @Inject
    public RequestIdempotency(IdempotentCommands commands, RequestContext context) {
        this.commands = commands;
        this.context = context;
    }

    /** @param headers at least one */
    void request(List<String> headers, HashedBody body) {
        this.body = body;
        key = () -> IdempotencyKey.of(IdempotencyHeader.read(headers), body.hash());
    }

    /**
     * Carries out the request unless it is a repetition, which gets the result of the first.
     *
     * @param receipt what is stored for repetitions
     * @param work calls the use case
     * @throws RequestRefused if the header is malformed
     */
    public <T, R extends Record> T once(Receipt<T, R> receipt, Supplier<T> work) {
        return key().map(given -> once(given, receipt, work)).orElseGet(work);
    }

    /**
     * The key, for a use case whose command takes it. May be asked for once.
     *
     * @throws RequestRefused if the header is malformed
     */
    public Optional<IdempotencyKey> key() {
        return Optional.ofNullable(key).map(Supplier::get);
    }

    /** Content of a part of a form, which belongs to the key once it has been read. */
    public InputStream hashed(String part, InputStream content) {
        return body == null ? content : body.part(part, content);
    }

    /** Tells whether the request was carried out now. */
    public void carriedOut(Origin origin) {
        replayed = origin == Origin.REPLAYED;
    }

    boolean isReplayed() {
        return replayed;
    }

    private <T, R extends Record> T once(IdempotencyKey given, Receipt<T, R> receipt, Supplier<T> work) {
        var done = commands.once(
                new IdempotentCommand<>(context.organizationId(), context.subject(), given, receipt, work));
        carriedOut(done.origin());
        return done.result();
    }
}
