package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits in a transaction, and with what it is sent. */
class DeferredStatementsTest {
    private static final String INSERT = "insert into deferred_note (text) values (?)";

    private final Stores stores = Stores.shared();
    private final EnrollmentDatabase database = stores.database();

    @BeforeEach
    void table() {
        database.update("create table if not exists deferred_note (place serial, text text not null)");
        database.update("truncate deferred_note");
    }

    @Test
    void they_go_with_the_next_statement_in_their_order_in_one_round_trip() {
        int statements = stores.statementsOf(() -> {
            database.updateLater(INSERT, "first");
            database.updateLater(INSERT, "second");
            assertThat(database.query("select text from deferred_note order by place", row -> row.getString(1)))
                    .containsExactly("first", "second");
        });

        assertThat(statements).isEqualTo(1);
        assertThat(notes()).containsExactly("first", "second");
    }

    @Test
    void the_count_is_that_of_the_statement_they_go_with() {
        stores.transactionally(() -> {
            database.updateLater(INSERT, "first");
            assertThat(database.update("insert into deferred_note (text) values (?), (?)", "second", "third"))
                    .isEqualTo(2);
        });
        stores.transactionally(() -> {
            database.updateLater(INSERT, "fourth");
            assertThat(database.update("delete from deferred_note where text = 'nobody'"))
                    .isZero();
        });

        assertThat(notes()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void the_last_ones_are_sent_before_the_commit() {
        assertThat(stores.statementsOf(() -> database.updateLater(INSERT, "only")))
                .isEqualTo(1);

        assertThat(notes()).containsExactly("only");
    }

    @Test
    void none_waits_for_a_chance_that_has_passed() {
        var transactions = new InMemoryTransactions();
        var deferred = new DeferredStatements(transactions);
        var sent = new ArrayList<SqlFragment>();
        transactions.begin();
        var first = SqlFragment.sql("select 1");
        assertThat(deferred.add(first, sent::addAll)).isTrue();

        transactions.beforeCommit();

        assertThat(sent).containsExactly(first);
        assertThat(deferred.add(SqlFragment.sql("select 2"), sent::addAll)).isFalse();
    }

    @Test
    void many_do_not_wait() {
        int statements = stores.statementsOf(() -> {
            for (int each = 0; each < 10; each++) {
                database.updateLater(INSERT, Integer.toString(each));
            }
        });

        assertThat(statements).isEqualTo(3);
        assertThat(notes()).hasSize(10).isSorted();
    }

    @Test
    void without_a_transaction_they_run_at_once() {
        database.updateLater(INSERT, "at once");

        assertThat(notes()).containsExactly("at once");
    }

    @Test
    void one_that_fails_fails_what_it_goes_with_and_nothing_remains() {
        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> stores.transactionally(() -> {
                    database.updateLater(INSERT, "first");
                    database.updateLater("insert into deferred_note (text) values (null)");
                    database.query("select 1", row -> row.getInt(1));
                }));

        assertThat(notes()).isEmpty();
        assertThat(stores.statementsOf(() -> {})).isZero();
    }

    private List<String> notes() {
        return database.query("select text from deferred_note order by place", row -> row.getString(1));
    }
}
