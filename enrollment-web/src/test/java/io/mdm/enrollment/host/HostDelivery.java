package io.mdm.enrollment.host;

import io.mdm.enrollment.api.DeliveryExecutor;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the module the executor that it sends on. */
@ApplicationScoped
@ManagedExecutorDefinition(name = DeliveryExecutor.NAME, maxAsync = 8)
public class HostDelivery {}
