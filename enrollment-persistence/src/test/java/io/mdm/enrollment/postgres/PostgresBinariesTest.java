package io.mdm.enrollment.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @Test
    void two_may_unpack_at_once_and_leave_one_copy(@TempDir Path parent) throws IOException {
        var homes = Stream.of(parent, parent)
                .parallel()
                .map(PostgresBinariesTest::unpack)
                .toList();

        assertThat(homes.get(0)).isEqualTo(homes.get(1));
        assertThat(homes.get(0).resolve("bin/postgres")).isExecutable();
        try (var left = Files.list(parent)) {
            assertThat(left).containsExactly(homes.get(0));
        }
    }

    private static Path unpack(Path parent) {
        try {
            return PostgresBinaries.unpackedBelow(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
