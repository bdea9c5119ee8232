package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Calls of one caller for bulk requests of an organization. A call fails if its answer is not as told. */
record BulkCalls(Client client, Tenant tenant) {

    /** Addresses that nobody else has. */
    List<String> addresses(int count) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, count)
                .mapToObj(number -> tenant.address(run + "-" + number))
                .toList();
    }

    /**
     * The id of a new bulk with mail.
     *
     * @param onPending {@code add}, {@code skip} or {@code replace}
     * @param success how many tokens it creates
     */
    String issue(List<String> addresses, String onPending, int success) throws IOException {
        var body = BulkBody.inviting(addresses)
                .with("displayName", "Laptops for the Madrid office")
                .with("onPending", onPending);
        var answer = send("POST", "", body.json().toString(), "\"success\":" + success);
        var report = URI.create(answer.headers().firstValue("Content-Location").orElseThrow());
        return report.getPath().replaceFirst(".*/", "");
    }

    /** A page of the list. */
    void list(String query) throws IOException {
        get("?limit=20" + query, "");
    }

    /** The entity tag of the counts of a bulk. */
    String counts(String bulk, int total) throws IOException {
        return get("/" + bulk + "?limit=0", "\"total\":" + total)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    /** Counts that have not changed. */
    void sameCounts(String bulk, String tag) throws IOException {
        var path = "/" + bulk + "?limit=0";
        client.require(
                304, client.toBulks(tenant, path).header("If-None-Match", tag).GET());
    }

    void report(String bulk, int items) throws IOException {
        get("/" + bulk + "?limit=" + items, "\"index\":" + (items - 1));
    }

    /** Gives all tokens of a bulk more time. */
    void extend(String bulk, long seconds, int tokens) throws IOException {
        send("PUT", "/" + bulk, "{\"duration\":" + seconds + "}", "\"extended\":" + tokens);
    }

    /** Revokes all tokens of a bulk. */
    void revoke(String bulk, int tokens) throws IOException {
        var answer = client.require(200, client.toBulks(tenant, "/" + bulk).DELETE());
        requireText(answer, "\"revoked\":" + tokens);
    }

    /** Mails all recipients of a bulk again. */
    void remind(String bulk, int mails) throws IOException {
        send("POST", "/" + bulk + "/resend", "{\"to\":\"notEnrolled\"}", "\"queued\":" + mails);
    }

    private HttpResponse<String> get(String path, String text) throws IOException {
        return requireText(client.require(200, client.toBulks(tenant, path).GET()), text);
    }

    private HttpResponse<String> send(String method, String path, String json, String text) throws IOException {
        var request = client.toBulks(tenant, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(json.getBytes(UTF_8)));
        return requireText(client.require(200, request), text);
    }

    private static HttpResponse<String> requireText(HttpResponse<String> answer, String text) {
        if (!answer.body().contains(text)) {
            throw new IllegalStateException("no " + text + " in " + answer.body());
        }
        return answer;
    }
}
