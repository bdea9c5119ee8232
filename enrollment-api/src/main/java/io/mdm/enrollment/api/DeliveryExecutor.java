package io.mdm.enrollment.api;

/**
 * The managed executor on which invitations are sent (Jakarta Concurrency 3.0). A host that carries the module's jars
 * in a WAR of its own may define it there, by {@code @ManagedExecutorDefinition}; otherwise the server's default one is
 * used.
 */
public final class DeliveryExecutor {
    public static final String NAME = "java:app/concurrent/enrollmentDelivery";

    private DeliveryExecutor() {}
}
