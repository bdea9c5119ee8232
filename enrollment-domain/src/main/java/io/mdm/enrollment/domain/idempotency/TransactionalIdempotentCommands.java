package io.mdm.enrollment.domain.idempotency;

import io.mdm.enrollment.api.CarriedOut;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.IdempotentCommands;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The use case that a command calls joins the transaction in which the receipt is stored. */
@UseCase
@ApplicationScoped
class TransactionalIdempotentCommands implements IdempotentCommands {
    private final Idempotency idempotency;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalIdempotentCommands() {
        this(null);
    }

    @Inject
    TransactionalIdempotentCommands(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    @Transactional
    public <T, R extends Record> CarriedOut<T> once(IdempotentCommand<T, R> command) {
        return idempotency.once(command);
    }
}
