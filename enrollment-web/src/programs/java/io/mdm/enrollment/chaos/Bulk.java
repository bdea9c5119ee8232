package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One request, which may be repeated: its key makes the repetitions one.
 *
 * @param reminders seconds before the end of the tokens
 */
record Bulk(Tenant tenant, String key, List<String> addresses, List<Integer> reminders) {

    static Bulk of(Tenant tenant, int size) {
        var key = UUID.randomUUID().toString().substring(0, 8);
        return new Bulk(
                tenant,
                key,
                IntStream.range(0, size)
                        .mapToObj(index -> tenant.address(key + "-" + index))
                        .toList(),
                List.of());
    }

    /** For people who have been invited already. */
    static Bulk again(Tenant tenant, List<String> addresses) {
        return new Bulk(tenant, UUID.randomUUID().toString(), addresses, List.of());
    }

    Bulk reminding(List<Integer> secondsBefore) {
        return new Bulk(tenant, key, addresses, secondsBefore);
    }

    Reply postTo(EnrollmentServer server) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(BulkBody.inviting(addresses)
                        .with("reminders", Json.createArrayBuilder(reminders).build())
                        .json()
                        .toString())));
    }
}
