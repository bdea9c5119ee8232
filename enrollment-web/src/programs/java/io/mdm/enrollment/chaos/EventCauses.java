package io.mdm.enrollment.chaos;

import static io.mdm.enrollment.chaos.ArrivedEvent.cause;

import io.mdm.enrollment.support.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Causes of events as the database holds them in the end.
 *
 * @param certain events that must have been told, with what they tell at least
 * @param possible events that may have been told, with what they tell at least
 * @param mails how often the invitation of a token has left
 */
record EventCauses(Map<String, JsonObject> certain, Map<String, JsonObject> possible, Map<String, Integer> mails) {
    private static final String BATCHES = """
            select id || ' ' || total || ' ' || success from enrollment.enrollment_batch where organization_id = ? and bulk
            """;

    /** Replies from here on are not followed by another attempt. */
    private static final int FOR_GOOD = 500;

    /** An expired token may have been revoked before or after its expiry was told. */
    private static final String TOKENS = """
            select t.id || ' ' || case when b.bulk then b.id else '-' end || ' ' || t.state || ' '
                || coalesce(t.win_device_id, '-') || ' ' || (t.ended_at = t.expire_at and t.expire_at < now()) || ' '
                || coalesce(i.state, '-') || ' ' || coalesce(i.last_reply, 0) || ' ' || t.email
            from enrollment.enrollment_token t join enrollment.enrollment_batch b on b.id = t.batch_id
            left join enrollment.invitation i on i.batch_id = t.batch_id and i.batch_index = t.batch_index
            where t.organization_id = ?
            """;

    /** Of one organization, after all has settled. */
    static EventCauses of(Database database, String organizationId, Ledger relay) {
        var causes = new EventCauses(new HashMap<>(), new HashMap<>(), new HashMap<>());
        rows(database, BATCHES, organizationId, (row, ids) -> causes.addBulk(row, ids));
        rows(database, TOKENS, organizationId, (row, ids) -> causes.addToken(row, ids, relay));
        return causes;
    }

    private static void rows(
            Database database, String query, String organizationId, BiConsumer<String[], JsonObject> each) {
        var organization =
                Json.createObjectBuilder().add("organizationId", organizationId).build();
        database.texts(query, organizationId).forEach(row -> each.accept(row.split(" ", -1), organization));
    }

    private void addBulk(String[] row, JsonObject organization) {
        int total = Integer.parseInt(row[1]);
        int success = Integer.parseInt(row[2]);
        var counts = Json.createObjectBuilder(organization)
                .add("bulkId", row[0])
                .add("total", total)
                .add("success", success)
                .add("fail", total - success)
                .build();
        certain.put(cause(ArrivedEvent.BULK_CREATED, row[0]), counts);
        certain.put(cause(ArrivedEvent.BULK_COMPLETED, row[0]), counts);
    }

    private void addToken(String[] row, JsonObject organization, Ledger relay) {
        var token = row[0];
        var ids = Json.createObjectBuilder(organization).add("enrollmentTokenId", token);
        var all = (row[1].equals("-") ? ids.addNull("bulkId") : ids.add("bulkId", row[1])).build();
        certain.put(cause(ArrivedEvent.CREATED, token), all);
        boolean expired = Boolean.parseBoolean(row[4]);
        switch (row[2]) {
            case "DONE" ->
                certain.put(
                        cause(ArrivedEvent.REDEEMED, token),
                        with(all).add("winDeviceId", row[3]).build());
            case "DELETED" -> certain.put(cause(ArrivedEvent.REVOKED, token), all);
            default -> {}
        }
        if (expired) {
            (row[2].equals("PENDING") ? certain : possible).put(cause(ArrivedEvent.EXPIRED, token), all);
        }
        addMail(
                row[5],
                Integer.parseInt(row[6]),
                token,
                with(all).add("mailing", 0).build());
        mails.put(token, relay.of(row[7]).size());
    }

    /**
     * The cause of what is told of a mail. One that has failed without a refusal may have been withdrawn with its
     * token.
     *
     * @param reply last one of the relay; 0 without one
     */
    void addMail(String state, int reply, String token, JsonObject mail) {
        if (state.equals("SENT")) {
            certain.put(cause(ArrivedEvent.SENT, token), mail);
        } else if (state.equals("FAILED") && reply >= FOR_GOOD) {
            certain.put(
                    cause(ArrivedEvent.FAILED, token),
                    with(mail).add("reason", "refused").add("reply", reply).build());
        } else if (state.equals("FAILED")) {
            possible.put(cause(ArrivedEvent.FAILED, token), mail);
        }
    }

    private static JsonObjectBuilder with(JsonObject object) {
        return Json.createObjectBuilder(object);
    }

    boolean knows(ArrivedEvent event) {
        return certain.containsKey(event.cause()) || possible.containsKey(event.cause());
    }

    /** Whether it tells what the database says. */
    boolean agreesWith(ArrivedEvent event) {
        var told =
                certain.getOrDefault(event.cause(), possible.getOrDefault(event.cause(), JsonObject.EMPTY_JSON_OBJECT));
        return event.data().entrySet().containsAll(told.entrySet());
    }

    /** How many different events may tell the same. */
    int most(ArrivedEvent event) {
        return event.type().equals(ArrivedEvent.SENT) ? mails.getOrDefault(event.subject(), 0) : 1;
    }
}
