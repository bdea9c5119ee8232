package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipientsIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @Test
    void everybody_gets_one_outcome_in_the_order_of_the_request(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var ana = tenant.address("ana");
        var reply = server.postBulk(
                tenant,
                BulkBody.inviting(
                        "nobody",
                        "  " + ana + "\t",
                        tenant.address("ana+tag"),
                        ana.toUpperCase(Locale.ROOT),
                        "",
                        tenant.address("a.na"),
                        ana));

        assertThat(counts(reply)).containsExactly(7, 3, 4);
        var items = items(server, reply);
        assertThat(items).extracting(item -> item.getInt("index")).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(outcomes(items))
                .containsExactly("invalid", "created", "created", "duplicate", "invalid", "created", "duplicate");
        assertThat(items)
                .extracting(item -> item.getString("email"))
                .containsExactly(
                        "nobody",
                        ana,
                        tenant.address("ana+tag"),
                        ana.toUpperCase(Locale.ROOT),
                        "",
                        tenant.address("a.na"),
                        ana);
    }

    @Test
    void somebody_invited_before_is_invited_again(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var body = BulkBody.inviting(tenant.address("ana")).withoutMail();

        var first = items(server, server.postBulk(tenant, body)).get(0);
        var second = items(server, server.postBulk(tenant, body)).get(0);
        assertThat(first.getString("enrollmentLink")).isNotEqualTo(second.getString("enrollmentLink"));
        assertThat(List.of(first, second))
                .allSatisfy(item -> assertThat(
                                server.open(item.getString("enrollmentLink")).status())
                        .isEqualTo(200));
    }

    @Test
    void what_is_no_address_fails_alone_and_is_sent_nothing(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var ana = tenant.address("ana");
        var others = Stream.of(
                "Ana <%s>", "list: %s;", "%s\r\nBcc: bcc@x.org", "a\u0007%s", "%s,bcc@x.org", "\"ana\" %s", "<%s>");
        var lonely = Stream.of(
                "a@b", "a@[127.0.0.1]", "x".repeat(65) + "@" + tenant.slug() + ".example", "a@-b.org", "@b.org", "a@");
        var huge = Stream.of("a@a.a", "a!a!").map(part -> part.repeat(20_000));
        var addresses = Stream.of(
                        others.map(form -> form.formatted(tenant.address("no"))), lonely, huge, Stream.of(ana))
                .flatMap(part -> part)
                .toList();

        var reply = server.postBulk(tenant, BulkBody.inviting(addresses));
        assertThat(counts(reply)).containsExactly(addresses.size(), 1, addresses.size() - 1);
        assertThat(outcomes(items(server, reply)))
                .containsOnlyOnce("created")
                .endsWith("created")
                .containsOnly("created", "invalid");
        inbox.awaitMailTo(ana);
        server.awaitReportOf(reply, report -> report.getJsonObject("mails").getInt("sent") == 1);
        assertThat(inbox.mails()).noneMatch(mail -> mail.to().contains(tenant.address("no")));
        assertThat(inbox.deliveredTo("bcc@x.org")).isEmpty();
    }

    @Test
    void an_international_domain_is_written_to_in_a_labels(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var reply = server.postBulk(tenant, BulkBody.inviting("user@straße." + tenant.slug() + ".example"));

        var wire = "user@xn--strae-oqa." + tenant.slug() + ".example";
        assertThat(counts(reply)).containsExactly(1, 1, 0);
        assertThat(inbox.awaitMailTo(wire).message()).isNotNull();
        assertThat(inbox.deliveredTo(wire)).hasSize(1);
        assertThat(inbox.deliveredTo("user@strasse." + tenant.slug() + ".example"))
                .isEmpty();
        assertThat(items(server, reply).get(0).getString("email")).isEqualTo(wire);
    }

    @Test
    void all_ways_to_write_an_address_are_one_recipient(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var composed = "inigo.iriarte@bücher." + tenant.slug() + ".example";
        var variants = IntStream.range(0, 300)
                .map(i -> i * 7919)
                .mapToObj(i -> upperCased(composed, i))
                .flatMap(variant -> Stream.of(variant, Normalizer.normalize(variant, Normalizer.Form.NFD)))
                .toList();

        var reply = server.postBulk(tenant, BulkBody.inviting(variants));
        assertThat(counts(reply)).containsExactly(600, 1, 599);
        server.awaitReportOf(reply, report -> report.getJsonObject("mails").getInt("sent") == 1);
        assertThat(inbox.mails().stream().filter(mail -> mail.to().endsWith(tenant.slug() + ".example")))
                .hasSize(1);
    }

    @Test
    void the_first_get_tokens_until_the_quota_is_reached(EnrollmentServer server, HostDirectory host) {
        host.add(tenant.withQuota(2));
        var first = server.postBulk(tenant, BulkBody.inviting("nobody", tenant.address("a")));
        var second = server.postBulk(
                tenant,
                BulkBody.inviting("nobody", tenant.address("b"), tenant.address("B"), tenant.address("c"), "nobody"));

        assertThat(outcomes(items(server, first))).containsExactly("invalid", "created");
        assertThat(outcomes(items(server, second)))
                .containsExactly("invalid", "created", "duplicate", "quota", "invalid");
        assertThat(counts(second)).containsExactly(5, 1, 4);
    }

    @Test
    void bulks_at_the_same_time_do_not_pass_the_quota(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant.withQuota(25));
        var threads = Executors.newFixedThreadPool(4);
        try {
            var posts = IntStream.range(0, 4) // of one organization
                    .mapToObj(bulk -> BulkBody.inviting(IntStream.range(0, 10)
                                    .mapToObj(i -> tenant.address(bulk + "." + i))
                                    .toList())
                            .withoutMail())
                    .map(body -> CompletableFuture.supplyAsync(() -> server.postBulk(tenant, body), threads))
                    .toList();
            assertThat(posts.stream()
                            .map(CompletableFuture::join)
                            .mapToInt(reply -> counts(reply).get(1))
                            .sum())
                    .isEqualTo(25);
        } finally {
            threads.shutdown();
        }
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_token where organization_id = ?", tenant.id()))
                .isEqualTo(25);
    }

    /** The characters whose bits are set, in capitals. */
    private static String upperCased(String address, int bits) {
        var variant = new StringBuilder(address);
        BitSet.valueOf(new long[] {bits}).stream()
                .forEach(i -> variant.setCharAt(i, Character.toUpperCase(address.charAt(i))));
        return variant.toString();
    }

    private static List<Integer> counts(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Stream.of("total", "success", "fail").map(reply.data()::getInt).toList();
    }

    private static List<JsonObject> items(EnrollmentServer server, Reply bulk) {
        return server.reportOf(bulk).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> outcomes(List<JsonObject> items) {
        return items.stream().map(item -> item.getString("outcome")).toList();
    }
}
