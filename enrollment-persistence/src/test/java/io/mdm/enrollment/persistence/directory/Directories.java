package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.domain.webhook.WebhookDirectory;
import io.mdm.enrollment.persistence.start.MigratedPostgres;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;

/** The directory's beans on the PostgreSQL of this test run. */
public final class Directories {
    private Directories() {}

    static EnrollmentDatabase withoutSchema() {
        var database = new EnrollmentDatabase(MigratedPostgres.dataSource());
        database.update("drop schema if exists mdm cascade");
        return database;
    }

    /** The relations without a host, where they are absent. */
    public static void create(EnrollmentDatabase database) {
        relations(database).createWhereAbsent();
    }

    public static WebhookDirectory webhooks(EnrollmentDatabase database) {
        return new RelationalWebhooks(database);
    }

    static MdmRelations relations(EnrollmentDatabase database) {
        return new MdmRelations(database);
    }

    static DirectoryStart start(EnrollmentDatabase database) {
        return new DirectoryStart(relations(database), new DirectoryFile(database));
    }

    static RelationalMdmDirectory directory(EnrollmentDatabase database) {
        return new RelationalMdmDirectory(database);
    }
}
