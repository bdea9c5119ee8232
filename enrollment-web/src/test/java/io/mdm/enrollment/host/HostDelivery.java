package io.mdm.enrollment.host;

import io.mdm.enrollment.api.spi.InvitationDelivery;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the module the executor that it sends on. */
@ApplicationScoped
@ManagedExecutorDefinition(name = InvitationDelivery.EXECUTOR, maxAsync = 8)
public class HostDelivery {}
