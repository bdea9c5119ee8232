package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.api.spi.TracedLogger;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/** Preparation of the directory at start. */
@Dependent
public class DirectoryStart {
    private static final Logger LOG = TracedLogger.of(DirectoryStart.class);

    private final MdmRelations relations;
    private final DirectoryFile directoryFile;

    @Inject
    public DirectoryStart(MdmRelations relations, DirectoryFile directoryFile) {
        this.relations = relations;
        this.directoryFile = directoryFile;
    }

    /**
     * Creates what is absent and loads the file.
     *
     * @throws IllegalStateException when there is a file and views stand where it would have to be loaded
     */
    public void prepare(Optional<Path> file) {
        relations.createWhereAbsent();
        file.ifPresent(this::load);
        if (!relations.holdOrganizations()) {
            LOG.log(
                    Level.WARNING,
                    "No organization is known, so every request will be answered with 404. Either give the relations of the"
                            + " schema mdm as views over the server's own tables, or name a JSON file in"
                            + " mdm.enrollment.directory.file.");
        }
    }

    private void load(Path file) {
        var views = relations.views();
        if (!views.isEmpty()) {
            throw new IllegalStateException("mdm.enrollment.directory.file is set, but " + String.join(", ", views)
                    + " are views and cannot be filled: leave the key out, or drop the views");
        }
        directoryFile.load(file);
    }
}
