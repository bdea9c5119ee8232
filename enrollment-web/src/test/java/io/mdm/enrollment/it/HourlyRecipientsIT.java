package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Metrics;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten recipients of each organization within an hour, on a server of its own. */
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HourlyRecipientsIT {
    private static final int LIMIT = 10;
    /** Bulk requests of one organization at once, by default. */
    private static final int PLACES = 4;

    private static final Executor THREADS = task -> new Thread(task).start();

    private OwnServer own;
    private EnrollmentServer server;
    private Database database;

    @BeforeAll
    void start(SigningKeys keys) {
        own = OwnServer.start(
                "hourly-recipients",
                keys,
                Map.of("MDM_ENROLLMENT_LIMITS_ORGANIZATION_HOURLY_RECIPIENTS", Integer.toString(LIMIT)));
        server = own.administrator();
        database = new Database(own.postgres().dataSource());
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Tag("metrics")
    @Test
    void what_is_beyond_is_told_when_to_come_back_and_nothing_of_it_is_stored() {
        var tenant = own.host().add(Tenant.any());
        var other = own.host().add(Tenant.any());
        double limited = limited();
        assertThat(post(tenant, 6).status()).isEqualTo(200);
        var stored = stored(tenant);

        var refused = post(tenant, 5);

        assertRefused(refused, HttpProblem.HOURLY_RECIPIENTS_REACHED);
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertThat(wait).isBetween(3_500, 3_660);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"recipients\";q=10;w=3600");
        assertThat(refused.header("RateLimit")).isEqualTo("\"recipients\";r=4;t=" + wait);
        assertThat(stored(tenant)).isEqualTo(stored);
        assertThat(limited()).isEqualTo(limited + 1);
        assertThat(post(other, 10).status()).as("another organization").isEqualTo(200);
        assertThat(post(tenant, 4).status()).as("what is left").isEqualTo(200);
        database.update("update enrollment.hourly_recipients set minute = minute - interval '61 minutes'");
        assertThat(post(tenant, 10).status()).as("an hour later").isEqualTo(200);
    }

    @Test
    void a_replay_counts_nothing_and_is_answered_beyond_the_limit() {
        var tenant = own.host().add(Tenant.any());
        var first = postWithKey(tenant, LIMIT);

        assertRefused(post(tenant, 1), HttpProblem.HOURLY_RECIPIENTS_REACHED);
        assertThat(postWithKey(tenant, LIMIT).body()).isEqualTo(first.body());
    }

    @Test
    void what_is_rolled_back_counts_nothing() {
        var tenant = own.host().add(Tenant.any());
        database.update(
                "alter table enrollment.enrollment_audit add constraint nothing_new check (tokens < 0) not valid");
        try {
            assertThat(post(tenant, LIMIT).status()).isEqualTo(500);
        } finally {
            database.update("alter table enrollment.enrollment_audit drop constraint nothing_new");
        }

        assertThat(post(tenant, LIMIT).status()).isEqualTo(200);
    }

    @Test
    void of_many_at_once_no_two_get_the_last_room() {
        var tenant = own.host().add(Tenant.any());

        var replies = Stream.generate(() -> CompletableFuture.supplyAsync(() -> post(tenant, 4), THREADS))
                .limit(PLACES)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Reply::status)
                .toList();

        assertThat(replies).containsExactlyInAnyOrder(200, 200, 429, 429);
    }

    /** None of whom gets a token: only their rejections are stored. */
    private Reply post(Tenant tenant, int count) {
        return server.postBulk(tenant, nobody(count));
    }

    private Reply postWithKey(Tenant tenant, int count) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "once")
                .POST(BodyPublishers.ofString(nobody(count).json().toString())));
    }

    private static BulkBody nobody(int count) {
        return BulkBody.inviting(
                        IntStream.range(0, count).mapToObj(each -> "nobody").toList())
                .withoutMail();
    }

    private long stored(Tenant tenant) {
        return database.number(
                "select count(*) from enrollment.enrollment_rejection where batch_id in"
                        + " (select id from enrollment.enrollment_batch where organization_id = ?)",
                tenant.id());
    }

    private double limited() {
        return Metrics.of(server).value("enrollment_rate_limited_total{limit=\"recipients\"}");
    }
}
