package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.BulkForm;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A caller of a server, whose answers are not compared with the description of the API: that takes its time. */
final class Client {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EnrollmentServer server;

    Client(EnrollmentServer server) {
        this.server = server;
    }

    boolean isReady() {
        return server.isReady();
    }

    /** The body of a request for so many new recipients, invited by mail. */
    static byte[] bulk(Tenant tenant, int recipients) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var addresses = IntStream.range(0, recipients)
                .mapToObj(number -> tenant.address(run + "-" + number))
                .toList();
        return BulkBody.inviting(addresses)
                .with("displayName", "Laptops for the Madrid office")
                .with("emailText", "Please enroll your laptop before Monday.\nThe help desk is in room 12.")
                .json()
                .toString()
                .getBytes(UTF_8);
    }

    /** @throws IllegalStateException if it is not accepted */
    void post(Tenant tenant, byte[] bulk) throws IOException {
        var response = send(server, tenant, bulk);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }

    /** A form of so many new recipients, each with a name and a tag. */
    static byte[] file(Tenant tenant, int recipients) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var rows = IntStream.range(0, recipients)
                .mapToObj(number ->
                        "%s,Person %d,site %d\n".formatted(tenant.address(run + "-" + number), number, number % 50))
                .collect(Collectors.joining("", "email,name,tags\n", ""));
        return BulkForm.of(rows);
    }

    /** @throws IllegalStateException if it is not accepted */
    void postFile(Tenant tenant, byte[] form) throws IOException {
        require(
                200,
                toBulks(tenant, "")
                        .header("Content-Type", BulkForm.CONTENT_TYPE)
                        .POST(BodyPublishers.ofByteArray(form)));
    }

    /** The status of its answer, whatever that is. */
    int status(Tenant tenant, byte[] bulk) throws IOException {
        return send(server, tenant, bulk).statusCode();
    }

    /** Sends it without a token, which is refused. */
    void postAsNobody(Tenant tenant, byte[] bulk) throws IOException {
        if (send(server.asNobody(), tenant, bulk).statusCode() != 401) {
            throw new IllegalStateException("accepted without a token");
        }
    }

    /** Paths of the personal links of so many new recipients, who are not mailed. */
    List<String> links(Tenant tenant, int recipients) throws IOException {
        var addresses = IntStream.range(0, recipients)
                .mapToObj(number -> tenant.address("reader-" + number))
                .toList();
        var body = BulkBody.inviting(addresses).withoutMail().json().toString();
        var bulk = send(server, tenant, body.getBytes(UTF_8));
        var report = require(
                200,
                server.request(bulk.headers().firstValue("Content-Location").orElseThrow())
                        .GET());
        var data =
                Json.createReader(new StringReader(report.body())).readObject().getJsonObject("data");
        return data.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> URI.create(item.getString("enrollmentLink")).getRawPath())
                .toList();
    }

    /**
     * Opens a page, whatever it shows.
     *
     * @throws IllegalStateException if there is none
     */
    void open(String path) throws IOException {
        int status = send(server.asNobody().request(path).GET()).statusCode();
        if (status >= 500) {
            throw new IllegalStateException("page answered " + status);
        }
    }

    /**
     * A request of this caller, to be completed.
     *
     * @param path below the bulks of the organization, with a slash or a question mark at its beginning
     */
    HttpRequest.Builder toBulks(Tenant tenant, String path) {
        return server.request(server.bulks(tenant.slug()).getRawPath() + path);
    }

    /** @throws IllegalStateException if it is answered with another status */
    HttpResponse<String> require(int status, HttpRequest.Builder request) throws IOException {
        var response = send(request);
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response;
    }

    private HttpResponse<String> send(EnrollmentServer caller, Tenant tenant, byte[] bulk) throws IOException {
        return send(caller.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bulk)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
