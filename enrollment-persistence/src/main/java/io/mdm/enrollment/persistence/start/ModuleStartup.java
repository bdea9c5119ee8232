package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.persistence.delivery.DeliveryEngine;
import io.mdm.enrollment.persistence.directory.DirectoryStart;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Start of the module, in this order: configuration, schema, directory, delivery. A failure fails the deployment before
 * the later ones have begun.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ModuleStartup {
    /** Checked when it is injected. */
    @Inject
    ModuleConfiguration configuration;

    @Inject
    Migrations migrations;

    @Inject
    DirectoryStart directory;

    @Inject
    DeliveryEngine delivery;

    @PostConstruct
    void start() {
        migrations.migrate();
        directory.prepare(configuration.directoryFile());
        delivery.start();
    }

    /** Messages under way are finished; the rest of their lanes is free for other nodes at once. */
    @PreDestroy
    void stop() {
        delivery.stop();
    }
}
