package io.mdm.enrollment.conformance;

import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.RawHttp;
import io.mdm.enrollment.support.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests, each on the way it needs. */
final class Wire {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Duration limit;

    Wire(URI base) {
        this(base, Patience.LIMIT);
    }

    /** @param limit for a whole answer that an ordinary client waits for */
    Wire(URI base, Duration limit) {
        this.base = base;
        this.limit = limit;
    }

    Reply send(Request request) throws IOException, InterruptedException {
        return request.way() == Step.Way.SOCKET
                ? RawHttp.exchange(base, new RawRequest(request, base).bytes())
                : sendByClient(request);
    }

    private Reply sendByClient(Request request) throws IOException, InterruptedException {
        var body = request.body();
        var call = HttpRequest.newBuilder(base.resolve(request.target()))
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(header -> call.header(header.getKey(), header.getValue()));
        var response = whole(client.sendAsync(call.build(), BodyHandlers.ofString()));
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** A timeout of the client's own would end with the headers. */
    private HttpResponse<String> whole(CompletableFuture<HttpResponse<String>> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + limit, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
