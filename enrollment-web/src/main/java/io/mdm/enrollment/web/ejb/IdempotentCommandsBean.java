package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.CarriedOut;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.IdempotentCommands;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "IdempotentCommands")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class IdempotentCommandsBean implements IdempotentCommands {
    @Inject
    IdempotentCommands commands;

    @Override
    public <T, R extends Record> CarriedOut<T> once(IdempotentCommand<T, R> command) {
        return commands.once(command);
    }
}
