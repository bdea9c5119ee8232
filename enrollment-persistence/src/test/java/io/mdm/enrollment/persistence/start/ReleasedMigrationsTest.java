package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.Sha256;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases have run the migrations of a release: changes are new files. */
class ReleasedMigrationsTest {
    @ParameterizedTest
    @CsvSource("V1__enrollment.sql, f24bdf95c6c31f06786206f08a7fb03413761b40ccedc2f3dbc6df695b723303")
    void a_released_migration_does_not_change(String file, String sha256) throws IOException {
        try (var script = getClass().getResourceAsStream("/db/enrollment/" + file)) {
            var bytes = Objects.requireNonNull(script, file).readAllBytes();
            assertThat(HexFormat.of().formatHex(Sha256.hash(bytes))).isEqualTo(sha256);
        }
    }
}
