package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.persistence.directory.Directories;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes that wait for the commit, and are sent before it begins. */
class DeferredWritesInterceptorTest {
    private static final String INSERT = "insert into waiting_note (text) values (?)";

    private final Stores stores = Stores.shared();
    private final EnrollmentDatabase database = stores.database();
    private final InMemoryTransactions transactions = stores.transactions();
    private final WebhookOutbox outbox = new WebhookOutbox(database, transactions);
    private final DeferredWritesInterceptor interceptor = new DeferredWritesInterceptor(outbox, database, transactions);

    @BeforeEach
    void table() {
        database.update("create table if not exists waiting_note (text text not null)");
        database.update("truncate waiting_note");
        Directories.create(database);
    }

    @Test
    void a_use_case_that_returns_leaves_nothing_to_the_commit() {
        stores.transactionally(() -> {
            int before = stores.statements();
            carryOut(() -> database.updateLater(INSERT, "note"));
            assertThat(stores.statements()).isEqualTo(before + 1);
        });

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void events_go_with_what_else_waits_in_one_round_trip() {
        stores.transactionally(() -> {
            int before = stores.statements();
            carryOut(() -> {
                outbox.add(event());
                database.updateLater(INSERT, "note");
            });
            assertThat(stores.statements()).isEqualTo(before + 1);
        });

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_use_case_within_another_leaves_it_to_that() {
        stores.transactionally(() -> {
            int before = stores.statements();
            carryOut(() -> {
                carryOut(() -> database.updateLater(INSERT, "inner"));
                assertThat(stores.statements()).isEqualTo(before);
                database.updateLater(INSERT, "outer");
            });
            assertThat(stores.statements()).isEqualTo(before + 1);
        });

        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void use_cases_in_a_transaction_of_the_caller_send_theirs_one_after_the_other() {
        stores.transactionally(() -> {
            carryOut(() -> database.updateLater(INSERT, "first"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> carryOut(() -> {
                        throw new IllegalStateException();
                    }));
            int before = stores.statements();
            carryOut(() -> database.updateLater(INSERT, "second"));
            assertThat(stores.statements()).isEqualTo(before + 1);
        });

        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void without_a_transaction_everything_is_as_it_was() {
        carryOut(() -> database.updateLater(INSERT, "note"));

        assertThat(notes()).isEqualTo(1);
    }

    private static OutboxRow event() {
        return OutboxRow.ofToken(EventType.TOKEN_REVOKED, "organization", "batch", "token", Instant.EPOCH, null);
    }

    private long notes() {
        return database.query("select count(*) from waiting_note", row -> row.getLong(1))
                .get(0);
    }

    private void carryOut(Runnable useCase) {
        var invocation = (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) -> {
                    useCase.run();
                    return null;
                });
        try {
            interceptor.carryOut(invocation);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
