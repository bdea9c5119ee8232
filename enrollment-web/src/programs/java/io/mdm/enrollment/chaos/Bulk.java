package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One request, which may be repeated: its key makes the repetitions one. */
record Bulk(Tenant tenant, String key, List<String> addresses) {

    static Bulk of(Tenant tenant, int size) {
        var key = UUID.randomUUID().toString().substring(0, 8);
        return new Bulk(
                tenant,
                key,
                IntStream.range(0, size)
                        .mapToObj(index -> tenant.address(key + "-" + index))
                        .toList());
    }

    Reply postTo(EnrollmentServer server) {
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(
                        BulkBody.inviting(addresses).json().toString())));
    }
}
