package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One request, which may be repeated: its key makes the repetitions one. */
record Bulk(Tenant tenant, String key, List<String> addresses, BulkBody body) {

    static Bulk of(Tenant tenant, int size) {
        var key = UUID.randomUUID().toString().substring(0, 8);
        return of(
                tenant,
                key,
                IntStream.range(0, size)
                        .mapToObj(index -> tenant.address(key + "-" + index))
                        .toList());
    }

    /** For people who have been invited already. */
    static Bulk again(Tenant tenant, List<String> addresses) {
        return of(tenant, UUID.randomUUID().toString(), addresses);
    }

    private static Bulk of(Tenant tenant, String key, List<String> addresses) {
        return new Bulk(tenant, key, addresses, BulkBody.inviting(addresses)).reminding(List.of());
    }

    /** @param secondsBefore the end of the tokens */
    Bulk reminding(List<Integer> secondsBefore) {
        return with(body ->
                body.with("reminders", Json.createArrayBuilder(secondsBefore).build()));
    }

    Bulk with(UnaryOperator<BulkBody> change) {
        return new Bulk(tenant, key, addresses, change.apply(body));
    }

    Reply postTo(EnrollmentServer server) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.json().toString())));
    }
}
