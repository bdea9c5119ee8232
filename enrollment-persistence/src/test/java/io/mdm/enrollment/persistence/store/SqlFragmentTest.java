package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SqlFragmentTest {
    @Test
    void parameters_stay_with_their_text() {
        var condition = sql("a = ?", 1).then(" and ").then("b between ? and ?", 2, null);

        assertThat(sql("select ?", 0).then(none()).then(" where ").then(condition))
                .isEqualTo(sql("select ? where a = ? and b between ? and ?", 0, 1, 2, null));
        assertThat(condition).isEqualTo(sql("a = ? and b between ? and ?", 1, 2, null));
    }

    @Test
    void a_parameter_too_many_or_too_few_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sql("a = ?"));
        assertThatIllegalArgumentException().isThrownBy(() -> sql("a = 1", 1));
    }
}
