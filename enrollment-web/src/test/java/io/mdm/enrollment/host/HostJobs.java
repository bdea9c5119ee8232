package io.mdm.enrollment.host;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Jobs of the host: its own migrations in Flyway's default location, db-scheduler and managed executor. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = HostJobs.EXECUTOR, maxAsync = 1)
public class HostJobs {
    static final String EXECUTOR = "java:app/concurrent/hostJobs";
    private static final String SCHEMA = "host";

    private @Nullable Scheduler scheduler;

    @PostConstruct
    void start() {
        var database = named("jdbc/enrollment", DataSource.class);
        var executor = named(EXECUTOR, ManagedExecutorService.class);
        Flyway.configure(HostJobs.class.getClassLoader())
                .dataSource(database)
                .schemas(SCHEMA)
                .load()
                .migrate();
        var job = Tasks.oneTime("job").execute((instance, context) -> executor.execute(() -> note(database)));
        scheduler = Scheduler.create(database, job)
                .tableName(SCHEMA + ".scheduled_tasks")
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        scheduler.start();
        scheduler.schedule(job.instance("first"), Instant.now());
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @SuppressWarnings("BanJNDI")
    private static <T> T named(String name, Class<T> type) {
        try {
            return type.cast(InitialContext.doLookup(name));
        } catch (NamingException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void note(DataSource database) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into host.job values (now())")) {
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
