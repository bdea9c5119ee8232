package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.HourlyMailQuotas;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.SuppressionList;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords;
import io.mdm.enrollment.domain.report.ReportRows;
import io.mdm.enrollment.domain.retention.ExpiredRows;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.TokenRows;
import io.mdm.enrollment.persistence.start.MigratedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The adapters on a real PostgreSQL with EclipseLink, and around them what a server does: one entity manager and one
 * connection for each transaction.
 */
public final class Stores {
    private static final ThreadLocal<@Nullable EntityManager> JOINED = new ThreadLocal<>();
    private static final Stores SHARED = new Stores();

    private final JoiningDataSource dataSource = new JoiningDataSource(MigratedPostgres.dataSource());
    private final EnrollmentDatabase database = new EnrollmentDatabase(dataSource);
    private final EntityManagerFactory factory = Persistence.createEntityManagerFactory(
            "enrollment",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    "",
                    "jakarta.persistence.nonJtaDataSource",
                    dataSource,
                    "eclipselink.logging.level",
                    "WARNING"));

    private Stores() {}

    public static Stores shared() {
        return SHARED;
    }

    public void transactionally(Runnable work) {
        try {
            dataSource.transactionally(() -> withEntityManager(work));
        } catch (SQLException failed) {
            throw new SqlFailure(failed);
        }
    }

    private void withEntityManager(Runnable work) {
        try (var entities = factory.createEntityManager()) {
            JOINED.set(entities);
            entities.getTransaction().begin();
            work.run();
            entities.getTransaction().commit();
        } finally {
            JOINED.remove();
        }
    }

    public EnrollmentDatabase database() {
        return database;
    }

    public EnrollmentBatches batches() {
        var batches = new JpaEnrollmentBatches();
        batches.entities = entities();
        batches.database = database;
        return batches;
    }

    public EnrollmentTokens tokens() {
        var tokens = new JpaEnrollmentTokens();
        tokens.entities = entities();
        tokens.database = database;
        tokens.bulk = new UnnestTokenInsert();
        tokens.bulk.database = database;
        return tokens;
    }

    public Invitations invitations() {
        var invitations = new JdbcInvitations();
        invitations.database = database;
        return invitations;
    }

    public SuppressionList suppressionList() {
        var suppressionList = new JdbcSuppressionList();
        suppressionList.database = database;
        return suppressionList;
    }

    public HourlyMailQuotas mailAllowance() {
        var quotas = new JdbcHourlyMailQuotas();
        quotas.database = database;
        return quotas;
    }

    public ReportRows rows() {
        var rows = new JdbcReportRows();
        rows.database = database;
        return rows;
    }

    public TokenRows tokenRows() {
        var rows = new JdbcTokenRows();
        rows.database = database;
        return rows;
    }

    public IdempotencyRecords idempotencyRecords() {
        var records = new JdbcIdempotencyRecords();
        records.database = database;
        return records;
    }

    public ExpiredRows oldRows() {
        var rows = new JdbcExpiredRows();
        rows.database = database;
        return rows;
    }

    /** As injected: that of the thread's transaction, or, outside of one, another one for each call. */
    private EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                Stores.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    var entities = JOINED.get();
                    try {
                        return method.invoke(entities == null ? factory.createEntityManager() : entities, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
