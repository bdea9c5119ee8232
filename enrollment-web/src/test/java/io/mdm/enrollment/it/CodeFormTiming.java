package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Tenant;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Measurement, run by name only: the time in which the form answers a wrong code, for invited and for other addresses
 * in turn. It asserts nothing about time; {@code CodeFormWorkTest} proves that the work is the same.
 */
class CodeFormTiming extends SharedServer {
    private static final int ADDRESSES = Integer.getInteger("addresses", 150);
    private static final int TRIES = 15;
    private static final int WARM_UP = 300;

    private final Tenant tenant = Tenant.any();
    private final Random random = new Random();

    @Test
    void of_a_wrong_code(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var invited = addresses("invited");
        server.postBulk(tenant, BulkBody.inviting(invited).withoutMail());
        addresses("warm").stream().limit(WARM_UP).forEach(address -> micros(server, address));
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int round = 0; round < TRIES; round++) {
            Collections.shuffle(invited, random);
            for (var address : invited) {
                known.add(micros(server, address));
                unknown.add(micros(server, address.replace("invited", "other")));
            }
        }
        print("invited", known);
        print("not invited", unknown);
        System.out.printf("P(invited takes longer) = %.3f, 0.5 tells nothing%n", probability(known, unknown));
    }

    private List<String> addresses(String name) {
        return new ArrayList<>(IntStream.range(0, ADDRESSES)
                .mapToObj(each -> tenant.address(name + each))
                .toList());
    }

    private long micros(EnrollmentServer server, String email) {
        var form = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&code=22222-22222";
        var request = server.asNobody()
                .request("/enroll")
                .setHeader("X-Client-Address", "10.%d.%d.%d".formatted(octet(), octet(), octet()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        long begun = System.nanoTime();
        var reply = server.send(request);
        long micros = (System.nanoTime() - begun) / 1_000;
        assertThat(reply.status()).isEqualTo(303);
        return micros;
    }

    private int octet() {
        return random.nextInt(256);
    }

    private static void print(String name, List<Long> micros) {
        var sorted = micros.stream().sorted().toList();
        System.out.printf(
                "%-12s n=%d p10=%d p50=%d p90=%d p99=%d microseconds%n",
                name,
                sorted.size(),
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 0.99));
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /** Mann-Whitney: the share of pairs in which the first one is larger. */
    private static double probability(List<Long> ones, List<Long> others) {
        double larger = 0;
        for (long one : ones) {
            for (long other : others) {
                larger += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return larger / ones.size() / others.size();
    }
}
