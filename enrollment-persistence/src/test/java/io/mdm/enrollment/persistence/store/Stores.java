package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.NetworkGuesses;
import io.mdm.enrollment.api.spi.WebhookSender;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Deliveries;
import io.mdm.enrollment.domain.delivery.HourlyMailQuotas;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.Mailings;
import io.mdm.enrollment.domain.delivery.Outbox;
import io.mdm.enrollment.domain.delivery.ReminderJob;
import io.mdm.enrollment.domain.delivery.Reminders;
import io.mdm.enrollment.domain.delivery.SuppressionList;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords;
import io.mdm.enrollment.domain.issuance.HourlyRecipients;
import io.mdm.enrollment.domain.report.BatchRows;
import io.mdm.enrollment.domain.report.ReportRows;
import io.mdm.enrollment.domain.retention.ExpiredRows;
import io.mdm.enrollment.domain.retention.PersonalTexts;
import io.mdm.enrollment.domain.token.BatchTokens;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.ExpiredTokens;
import io.mdm.enrollment.domain.token.ExpiryJob;
import io.mdm.enrollment.domain.token.HeldTokens;
import io.mdm.enrollment.domain.token.RecordedTokenEnds;
import io.mdm.enrollment.domain.token.TokenMails;
import io.mdm.enrollment.domain.token.TokenRows;
import io.mdm.enrollment.domain.webhook.EventOrderJob;
import io.mdm.enrollment.domain.webhook.WebhookDelivery;
import io.mdm.enrollment.domain.webhook.WebhookEvents;
import io.mdm.enrollment.domain.webhook.WebhookProgresses;
import io.mdm.enrollment.domain.webhook.WebhookQueue;
import io.mdm.enrollment.persistence.directory.Directories;
import io.mdm.enrollment.persistence.start.MigratedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The adapters on a real PostgreSQL with EclipseLink, and around them what a server does: one entity manager and one
 * connection for each transaction.
 */
public final class Stores {
    private static final ThreadLocal<@Nullable EntityManager> JOINED = new ThreadLocal<>();
    private static final Stores SHARED = new Stores();

    private final JoiningDataSource dataSource = new JoiningDataSource(MigratedPostgres.dataSource());
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final EnrollmentDatabase database = new EnrollmentDatabase(
            dataSource, EnrollmentDatabase.MAX_STATEMENT_TIME, new DeferredStatements(transactions));
    private final EntityManagerFactory factory = factory(dataSource, Map.of("eclipselink.logging.level", "WARNING"));

    private Stores() {}

    /** The persistence unit without a server. */
    static EntityManagerFactory factory(DataSource dataSource, Map<String, String> furtherProperties) {
        var properties = new HashMap<String, Object>(furtherProperties);
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("jakarta.persistence.nonJtaDataSource", dataSource);
        return Persistence.createEntityManagerFactory("enrollment", properties);
    }

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

    InMemoryTransactions transactions() {
        return transactions;
    }

    /** Number of statements so far. */
    int statements() {
        return dataSource.statements();
    }

    /** Number of statements of the transaction in which the work is done. */
    int statementsOf(Runnable work) {
        int before = dataSource.statements();
        transactionally(work);
        return dataSource.statements() - before;
    }

    private void withEntityManager(Runnable work) {
        try (var entities = factory.createEntityManager()) {
            JOINED.set(entities);
            entities.getTransaction().begin();
            transactions.begin();
            work.run();
            transactions.beforeCommit();
            entities.getTransaction().commit();
        } finally {
            JOINED.remove();
            transactions.rollBack(); // nobody asks how it ended
        }
    }

    public EnrollmentDatabase database() {
        return database;
    }

    public EnrollmentBatches batches() {
        var batches = new JpaEnrollmentBatches(database);
        batches.entities = entities();
        return batches;
    }

    public EnrollmentTokens tokens() {
        var tokens = new JpaEnrollmentTokens(new UnnestTokenInsert(database), new OrganizationTurn(database), database);
        tokens.entities = entities();
        return tokens;
    }

    public BatchTokens batchTokens() {
        return new JdbcBatchTokens(database);
    }

    public HeldTokens heldTokens() {
        return new JdbcHeldTokens(database, new OrganizationTurn(database));
    }

    public Invitations invitations() {
        return new JdbcInvitations(database, new InMemoryEvent<>());
    }

    public Mailings mailings() {
        return new JdbcMailings(database);
    }

    public Reminders reminders() {
        return new JdbcReminders(database);
    }

    /**
     * The job with a transaction around each of its steps.
     *
     * @param deliveries that it schedules lanes on
     */
    public ReminderJob reminderJob(Supplier<Deliveries> deliveries, ModuleClock clock) {
        var outbox = new Outbox(
                invitations(),
                mailings(),
                (lanes, count, time) -> deliveries.get().schedule(lanes, count, time),
                () -> {},
                new InMemoryEvent<>());
        var audit = new AuditTrail(new JdbcAuditEntries(database), Optional::empty, clock);
        return new ReminderJob(reminders(), batches(), tokens(), invitations(), outbox, audit, clock) {
            @Override
            public boolean step() {
                var found = new AtomicBoolean();
                transactionally(() -> found.set(super.step()));
                return found.get();
            }
        };
    }

    public ExpiredTokens expiredTokens() {
        return new JdbcExpiredTokens(database);
    }

    /** The job with a transaction around each of its steps. */
    public ExpiryJob expiryJob(ModuleClock clock) {
        return new ExpiryJob(expiredTokens(), new RecordedTokenEnds().ends(), clock) {
            @Override
            public boolean step() {
                var found = new AtomicBoolean();
                transactionally(() -> found.set(super.step()));
                return found.get();
            }
        };
    }

    public WebhookEvents webhookEvents() {
        return new JdbcWebhookEvents(database);
    }

    public WebhookProgresses webhookProgresses() {
        return new JdbcWebhookProgresses(database);
    }

    /** As a transaction of its own writes them. */
    void addToOutbox(OutboxRow... rows) {
        var outbox = new WebhookOutbox(database, transactions);
        transactionally(() -> List.of(rows).forEach(outbox::add));
    }

    public WebhookDelivery webhookDelivery(WebhookSender sender, ModuleClock clock) {
        return new WebhookDelivery(
                Directories.webhooks(database),
                webhookEvents(),
                webhookProgresses(),
                sender,
                this::transactionally,
                new AuditTrail(new JdbcAuditEntries(database), Optional::empty, clock),
                clock);
    }

    /** The job with a transaction around each of its steps. */
    public EventOrderJob eventOrderJob(Supplier<WebhookQueue> queue, ModuleClock clock) {
        return new EventOrderJob(
                webhookEvents(),
                new WebhookQueue() {
                    @Override
                    public void deliver(String webhookId) {
                        queue.get().deliver(webhookId);
                    }

                    @Override
                    public void deliverNow(String webhookId) {
                        queue.get().deliverNow(webhookId);
                    }
                },
                clock) {
            @Override
            public boolean step() {
                var found = new AtomicBoolean();
                transactionally(() -> found.set(super.step()));
                return found.get();
            }
        };
    }

    public SuppressionList suppressionList() {
        return new JdbcSuppressionList(database);
    }

    public HourlyMailQuotas mailAllowance() {
        return new JdbcHourlyMailQuotas(database);
    }

    public HourlyRecipients hourlyRecipients() {
        return new JdbcHourlyRecipients(database);
    }

    public NetworkGuesses networkGuesses() {
        return new JdbcNetworkGuesses(database);
    }

    public ReportRows rows() {
        return new JdbcReportRows(database);
    }

    public BatchRows batchRows() {
        return new JdbcBatchRows(database);
    }

    public TokenMails tokenMails() {
        return new JdbcTokenMails(database);
    }

    public TokenRows tokenRows() {
        return new JdbcTokenRows(database);
    }

    public PersonalTexts personalTexts() {
        return new JdbcPersonalTexts(database);
    }

    public IdempotencyRecords idempotencyRecords() {
        return new JdbcIdempotencyRecords(database);
    }

    public ExpiredRows oldRows() {
        return new JdbcExpiredRows(database);
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
