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

/** Sends requests, each on the way it needs. */
final class Wire {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Wire(URI base) {
        this.base = base;
    }

    Reply send(Request request) throws IOException, InterruptedException {
        return request.way() == Step.Way.SOCKET
                ? RawHttp.exchange(base, new RawRequest(request, base).bytes())
                : sendByClient(request);
    }

    private Reply sendByClient(Request request) throws IOException, InterruptedException {
        var body = request.body();
        var call = HttpRequest.newBuilder(base.resolve(request.target()))
                .timeout(Patience.LIMIT)
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(header -> call.header(header.getKey(), header.getValue()));
        HttpResponse<String> response = client.send(call.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }
}
