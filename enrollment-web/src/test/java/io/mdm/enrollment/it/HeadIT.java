package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadIT extends SharedServer {

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, problem", "HTTP_2, problem", "HTTP_2, v1/nothing", "HTTP_2, enroll/nothing"})
    void is_answered_without_a_body(HttpClient.Version version, String path, EnrollmentServer server)
            throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(version).build();
        var request = HttpRequest.newBuilder(server.base().resolve(path))
                .method("HEAD", BodyPublishers.noBody())
                .header("X-Client-Address", "192.0.2.1");

        var reply = client.send(request.build(), BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(404);
        // the shipped configuration switches cleartext HTTP/2 off, and clients go on with HTTP/1.1
        assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(reply.body()).isEmpty();
    }
}
