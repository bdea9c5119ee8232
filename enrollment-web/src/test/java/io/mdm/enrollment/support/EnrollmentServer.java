package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.http.Paths;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Speaks to a running Enrollment over HTTP, on behalf of one caller. */
public final class EnrollmentServer {
    private static final String TOKENS = "/organizations/%s/mdm/windows/enterprise/enrollment-tokens/bulk";

    /** Tests that guess do not use up what others may guess. */
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    /** HTTP/2 without TLS would make this client wait in vain to send the rest of a large body that was refused. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String api;
    private final UnaryOperator<HttpRequest.Builder> identify;

    private EnrollmentServer(URI base, String api, UnaryOperator<HttpRequest.Builder> identify) {
        this.base = base;
        this.api = api;
        this.identify = identify;
    }

    /**
     * Nobody's, until {@link #as}.
     *
     * @param base the context root, with a slash at its end
     */
    public static EnrollmentServer at(URI base) {
        return at(base, Paths.API);
    }

    /**
     * A host's, which maps the API to a path of its own.
     *
     * @param base where the module's paths begin, with a slash at its end
     * @param api path of the API below it, without slashes around it
     */
    public static EnrollmentServer at(URI base, String api) {
        return new EnrollmentServer(base, api, UnaryOperator.identity());
    }

    /** The same server for the bearer of a token. */
    public EnrollmentServer as(String jwt) {
        return authorizedBy("Bearer " + jwt);
    }

    /** The same server for somebody who shows something, a token or not. */
    public EnrollmentServer authorizedBy(String authorization) {
        return new EnrollmentServer(base, api, request -> request.setHeader("Authorization", authorization));
    }

    /** The same server for somebody without a token. */
    public EnrollmentServer asNobody() {
        return at(base, api);
    }

    /** Another server for the same caller. */
    public EnrollmentServer elsewhere(URI base) {
        return new EnrollmentServer(base, api, identify);
    }

    public URI base() {
        return base;
    }

    /** Where the bulks of an organization are posted. */
    public URI bulks(String organization) {
        return base.resolve(api + TOKENS.formatted(organization));
    }

    public Reply postBulk(Tenant tenant, BulkBody body) {
        return postBulk(tenant.slug(), body.json());
    }

    public Reply postBulk(String organization, JsonObject body) {
        return postBulk(organization, body.toString());
    }

    /** @param body as it goes over the wire, good JSON or not */
    public Reply postBulk(String organization, String body) {
        return post(bulks(organization).getRawPath(), body);
    }

    /**
     * Shows a proof.
     *
     * @param verb {@code verify} or {@code redeem}
     */
    public Reply postProof(Tenant tenant, String verb, JsonObject proof) {
        var path = bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", verb);
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(proof.toString())));
    }

    /** @param contentLocation of a bulk's answer, with a query or without */
    public Reply report(String contentLocation) {
        return send(request(contentLocation).GET());
    }

    /** The report of a bulk that was answered with success. */
    public JsonObject reportOf(Reply bulk) {
        return report(bulk.header("Content-Location")).data();
    }

    /** The report of a bulk as soon as it is as wanted. */
    public JsonObject awaitReportOf(Reply bulk, Predicate<JsonObject> wanted) {
        return Patience.await("the report").until(() -> reportOf(bulk), wanted);
    }

    /** What somebody sees who opens a personal link, wherever that points to. */
    public Reply open(String link) {
        return asNobody().get(URI.create(link).getRawPath());
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Asks for something that needs no body. */
    public Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** @param body as it goes over the wire, good JSON or not */
    public Reply post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Sends what a person types on the page that asks for address and code. */
    public Reply typeCode(String path, String email, String code) {
        var body = "email=" + URLEncoder.encode(email, UTF_8) + "&code=" + URLEncoder.encode(code, UTF_8);
        return asNobody()
                .send(asNobody()
                        .request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /**
     * What its health checks say.
     *
     * @param kind {@code live} or {@code ready}
     */
    public Reply health(String kind) {
        return get(ServerProduct.chosen().health(base).resolve(kind).toString());
    }

    /** Whether its health checks are there and pass; nobody listening is a no. */
    public boolean isReady() {
        try {
            Reply health = health("ready");
            return health.status() == 200
                    && !health.json().getJsonArray("checks").isEmpty();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /**
     * A request of this caller, to be completed; {@code path} is taken from the server's root, or below the context
     * root without slash.
     */
    public HttpRequest.Builder request(String path) {
        return identify.apply(HttpRequest.newBuilder(base.resolve(path))
                .timeout(Patience.LIMIT)
                .setHeader("X-Client-Address", network()));
    }

    /**
     * Sends what no client library would: this caller's request exactly as given.
     *
     * @param head request line of HTTP/1.0 and further header lines, separated by {@code \n}
     * @param body all that follows, whatever the head says
     */
    public Reply sendRaw(String head, String body) {
        var identity = request("").build().headers().firstValue("Authorization");
        var whole = head.strip() + identity.map("\nAuthorization: "::concat).orElse("") + "\n\n";
        var reply = exchange((whole.replace("\n", "\r\n") + body).getBytes(UTF_8));
        var requestLine = head.strip().split("[ ?]", 3);
        boolean refusedByListener = reply.body().isEmpty();
        return refusedByListener ? reply : described(requestLine[0], requestLine[1], reply);
    }

    private Reply exchange(byte[] request) {
        try {
            return RawHttp.exchange(base, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError if the API's description knows no such reply */
    public Reply send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var reply = Reply.of(client.send(sent, BodyHandlers.ofString()));
            return described(sent.method(), sent.uri().getRawPath(), reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static String network() {
        int number = NETWORKS.getAndIncrement();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private Reply described(String method, String path, Reply reply) {
        var described = path.replaceFirst("^" + base.getPath() + api + "/", base.getPath() + Paths.API + "/");
        return ApiDescription.described(base.getPath(), method, described, reply);
    }
}
