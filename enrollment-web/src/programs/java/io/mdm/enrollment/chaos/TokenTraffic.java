package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.HostDirectory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Requests of one run, at a steady pace: tokens are created, in bulks of all sizes and alone, and then redeemed,
 * revoked or left to expire, as the seed decides.
 */
final class TokenTraffic {
    private static final Duration PACE_OF_A_TOKEN = Duration.ofMillis(27);
    private static final List<Integer> SIZES = List.of(2, 8, 20, 60, 120, 300, 600, 1_200);
    private static final int SHORT_DURATION = 60;
    /** Tokens that are created alone. */
    static final int ALONE = 100;

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final StoredTokens stored;
    private final Promises promises;
    private final TokenFates fates;
    private final EventSecrets secrets;
    private final Random random;
    private final Deque<String> users;
    private int created;

    /** Before anything has died. */
    TokenTraffic(Cluster cluster, Promises promises, TokenFates fates, EventSecrets secrets, Random random) {
        this.stored = new StoredTokens(cluster.database(), promises.tenant().id());
        this.promises = promises;
        this.fates = fates;
        this.secrets = secrets;
        this.random = random;
        this.users = new ArrayDeque<>(users(new HostDirectory(cluster.database())));
    }

    private List<String> users(HostDirectory host) {
        var tenant = promises.tenant();
        return IntStream.range(0, ALONE)
                .mapToObj(index -> host.addUser(tenant, tenant.address("user-" + index), "en"))
                .toList();
    }

    /** Creates so many tokens at least, and more until enough of them have met each fate. */
    void run(int tokens) {
        var floor = EventFloor.of(tokens);
        create(tokens);
        while (!isReached(floor)) {
            create(created + Math.max(1, tokens / 10));
        }
    }

    /** Those that end soon are left to expire; the others have met their fate. */
    private boolean isReached(EventFloor floor) {
        return Awaitility.await("an answer of the database")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> stored.reach(floor, SOON), answered -> true);
    }

    /** Until there are so many, and waits until all have met their fate. */
    private void create(int all) {
        while (created < all) {
            int size = Math.min(SIZES.get(random.nextInt(SIZES.size())), Math.max(2, all - created));
            createBulk(size);
            if (!users.isEmpty()) {
                createAlone(users.remove());
            }
        }
        while (!users.isEmpty()) {
            createAlone(users.remove());
        }
        fates.await();
    }

    int created() {
        return created;
    }

    private void createBulk(int size) {
        var bulk = promises.bulk(size);
        var plan = BulkPlan.of(random);
        var items = created(bulk.with(plan::shape));
        switch (plan) {
            case SHORT -> fates.redeemSome(items);
            case REVOKED -> fates.revokeWhole(last(), items);
            case REPLACED -> replace(bulk, items);
            case MAILED, PLAIN -> fates.decide(items);
        }
    }

    /** By a request for the same people, some of whom have redeemed their tokens. */
    private void replace(Bulk bulk, List<JsonObject> items) {
        fates.redeemSome(items);
        var again = Bulk.again(promises.tenant(), bulk.addresses())
                .with(body -> body.withoutMail().with("onPending", "replace"));
        fates.decide(created(again));
    }

    private Promise last() {
        return promises.all().get(promises.all().size() - 1);
    }

    /** Their report, when they have been created. */
    private List<JsonObject> created(Bulk bulk) {
        var promise = promises.post(bulk);
        var report = fates.callers().answer(server -> server.report(promise.location() + "?limit=10000"));
        var items = report.data().getJsonArray("items").getValuesAs(JsonObject.class);
        items.forEach(item -> secrets.add(item.getString("enrollCode")));
        created += items.size();
        Pause.of(PACE_OF_A_TOKEN.multipliedBy(items.size()));
        return items;
    }

    private void createAlone(String user) {
        var key = UUID.randomUUID().toString();
        var body = Json.createObjectBuilder()
                .add("sendEmail", random.nextBoolean())
                .add("mdmUserId", user)
                .build();
        var reply = fates.callers()
                .answer(server -> server.send(server.request(fates.tokens(server))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body.toString()))));
        var token = reply.data();
        secrets.add(token.getString("enrollCode"));
        created++;
        fates.decide(List.of(Json.createObjectBuilder(token)
                .add("tokenId", token.getString("id"))
                .build()));
    }

    /** Kinds of bulks. */
    private enum BulkPlan {
        PLAIN,
        MAILED,
        /** With tokens that expire soon. */
        SHORT,
        REVOKED,
        REPLACED;

        static BulkPlan of(Random random) {
            int dice = random.nextInt(100);
            if (dice < 45) {
                return PLAIN;
            }
            if (dice < 75) {
                return MAILED;
            }
            if (dice < 82) {
                return SHORT;
            }
            return dice < 92 ? REVOKED : REPLACED;
        }

        BulkBody shape(BulkBody body) {
            return switch (this) {
                case MAILED, REVOKED -> body;
                case SHORT -> body.withoutMail().with("duration", Json.createValue(SHORT_DURATION));
                case PLAIN, REPLACED -> body.withoutMail();
            };
        }
    }
}
