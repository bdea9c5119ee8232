package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.postgres.LocalPgBouncer;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pooler in transaction mode in front of the database: two statements in a row may meet two sessions. */
@Tag("pgbouncer")
@ExtendWith(Drivers.class)
class PgBouncerIT {
    private static final Executor THREADS = task -> new Thread(task).start();
    private static final int ROUNDS = 5;

    /** As many as one organization has places. */
    private static final int CALLERS = 4;

    @Test
    void without_prepared_statements_everything_works(SigningKeys keys) {
        var postgres = LocalPostgres.start();
        try (var pooler = LocalPgBouncer.inFrontOf(postgres, Ports.anyFree());
                var server =
                        OwnServer.startBehind("pgbouncer", keys, postgres, pooler.jdbcUrl() + "?prepareThreshold=0");
                var inbox = Inbox.open(server.relayPort())) {
            var tenant = server.host().add(Tenant.any());
            for (int round = 0; round < ROUNDS; round++) { // more than it takes until a driver prepares statements
                assertThat(invite(server, tenant, round))
                        .extracting(Reply::status)
                        .containsOnly(200);
            }
            assertThat(inbox.awaitMailTo(tenant.address((CALLERS - 1) + "-" + (ROUNDS - 1)))
                            .link())
                    .startsWith("https://mdm.example/enroll/");
        }
    }

    @Test
    void with_prepared_statements_the_server_is_not_ready_and_says_what_to_do(SigningKeys keys) throws IOException {
        var name = "pgbouncer-prepared";
        try (var postgres = LocalPostgres.start();
                var pooler = LocalPgBouncer.inFrontOf(postgres, Ports.anyFree())) {
            for (int start = 0; start < 2; start++) { // what the first has left in sessions does not help the second
                assertThatThrownBy(() -> OwnServer.startBehind(name, keys, postgres, pooler.jdbcUrl())
                                .close())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("not ready");
                assertThat(Files.readString(Path.of(System.getProperty("it.directory"), name, "server.log")))
                        .contains("add prepareThreshold=0 to the URL of the data source jdbc/enrollment");
            }
        }
    }

    private static List<Reply> invite(OwnServer server, Tenant tenant, int round) {
        return IntStream.range(0, CALLERS)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                        () -> server.administrator()
                                .postBulk(tenant, BulkBody.inviting(tenant.address(caller + "-" + round))),
                        THREADS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
