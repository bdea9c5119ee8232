package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private final List<String> made = new ArrayList<>();
    private final RecentlyUsed<String, String> recent = new RecentlyUsed<>(2, key -> {
        made.add(key);
        return key + "!";
    });

    @Test
    void makes_a_thing_once_and_forgets_what_was_longest_not_asked_for() {
        var things = Stream.of("a", "b", "a", "c", "a", "b").map(recent::of).toList();

        assertThat(things).containsExactly("a!", "b!", "a!", "c!", "a!", "b!");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }
}
