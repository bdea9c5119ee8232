package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import org.junit.jupiter.api.Test;

/** What a pooler does to it is shown by {@code PgBouncerIT}. */
class SessionCheckTest {

    @Test
    void a_connection_to_the_database_itself_is_a_session() {
        assertThat(new SessionCheck(new EnrollmentDatabase(MigratedPostgres.dataSource())).isShared())
                .isFalse();
    }
}
