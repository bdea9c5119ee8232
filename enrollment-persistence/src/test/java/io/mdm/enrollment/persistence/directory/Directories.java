package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.persistence.start.MigratedPostgres;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;

/** The directory's beans on the PostgreSQL of this test run. */
final class Directories {
    private Directories() {}

    static EnrollmentDatabase withoutSchema() {
        var database = new EnrollmentDatabase(MigratedPostgres.dataSource());
        database.update("drop schema if exists mdm cascade");
        return database;
    }

    static MdmRelations relations(EnrollmentDatabase database) {
        var relations = new MdmRelations();
        relations.database = database;
        return relations;
    }

    static DirectoryStart start(EnrollmentDatabase database) {
        var start = new DirectoryStart();
        start.relations = relations(database);
        start.directoryFile = new DirectoryFile();
        start.directoryFile.database = database;
        return start;
    }

    static RelationalMdmDirectory directory(EnrollmentDatabase database) {
        var directory = new RelationalMdmDirectory();
        directory.database = database;
        return directory;
    }
}
