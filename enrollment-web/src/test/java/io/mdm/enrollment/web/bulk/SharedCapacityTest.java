package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedCapacityTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "7, 3", "8, 4"})
    void an_organization_gets_half_of_it_and_at_least_one(int total, int half) {
        var capacity = new SharedCapacity(total, 0);

        for (int each = 0; each < half; each++) {
            assertThat(capacity.tryTake("acme", 1)).isTrue();
        }
        assertThat(capacity.tryTake("acme", 1)).isFalse();
    }

    @Test
    void all_organizations_together_get_all_of_it() {
        var capacity = new SharedCapacity(4, 0);

        assertThat(capacity.tryTake("acme", 2)).isTrue();
        assertThat(capacity.tryTake("globex", 1)).isTrue();
        assertThat(capacity.tryTake("initech", 2)).isFalse();
        assertThat(capacity.tryTake("initech", 1)).isTrue();
        assertThat(capacity.tryTake("globex", 1)).isFalse();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        var capacity = new SharedCapacity(4, 0);
        capacity.tryTake("acme", 2);
        capacity.tryTake("globex", 2);

        capacity.giveBack("acme", 1);

        assertThat(capacity.tryTake("acme", 2)).isFalse();
        assertThat(capacity.tryTake("acme", 1)).isTrue();
    }

    @Test
    void an_organization_without_any_gets_some_beyond_the_total() {
        var capacity = new SharedCapacity(4, 1);
        capacity.tryTake("acme", 2);
        capacity.tryTake("globex", 2);

        assertThat(capacity.tryTake("initech", 1)).isTrue();
        assertThat(capacity.tryTake("initech", 1)).isFalse();
        assertThat(capacity.tryTake("umbrella", 1)).isFalse();

        capacity.giveBack("acme", 1);
        assertThat(capacity.tryTake("acme", 1)).isFalse();
        assertThat(capacity.tryTake("umbrella", 1)).isTrue();
    }
}
