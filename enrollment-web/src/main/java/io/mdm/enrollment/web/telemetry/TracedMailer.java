package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Sends each message of a lane in a span of its own. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class TracedMailer implements InvitationMailer {
    @Inject
    @Delegate
    InvitationMailer mailer;

    @Inject
    ServerTracing tracing;

    @Override
    public Connection connect() throws RelayUnavailable {
        return new TracedConnection(mailer.connect(), tracing);
    }

    private record TracedConnection(Connection connection, ServerTracing tracing) implements Connection {
        @Override
        public RelayAnswer send(Invitation invitation) {
            return tracing.message(invitation, () -> connection.send(invitation));
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
