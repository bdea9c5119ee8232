package io.mdm.enrollment.web.webhook;

import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.api.spi.WebhookSender;
import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.web.config.WebhookConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/** Sender of webhooks by Apache HttpClient. */
@ApplicationScoped
public class HttpWebhookSender implements WebhookSender {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /** A connection is used again after an answer whose body is not longer; bodies are not read otherwise. */
    private static final int SHORT_BODY = 4_096;

    private static final ContentType CLOUD_EVENTS = ContentType.parse(CloudEvents.MEDIA_TYPE);

    private final WebhookConfiguration configuration;
    private final AddressRules rules;
    private final Duration timeLimit;
    private final CloseableHttpClient client;
    private final Event<WebhookAnswer> answered;
    private final ScheduledExecutorService timer;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    HttpWebhookSender() {
        configuration = null;
        rules = null;
        timeLimit = null;
        client = null;
        answered = null;
        timer = null;
    }

    @Inject
    HttpWebhookSender(WebhookConfiguration configuration, Event<WebhookAnswer> answered) {
        this(configuration, new AddressRules(configuration), TIME_LIMIT, answered);
    }

    HttpWebhookSender(
            WebhookConfiguration configuration, AddressRules rules, Duration timeLimit, Event<WebhookAnswer> answered) {
        this.configuration = configuration;
        this.rules = rules;
        this.timeLimit = timeLimit;
        this.client = WebhookClient.of(rules, timeLimit);
        this.answered = answered;
        // its thread closes sockets, and needs nothing of the server
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "enrollment webhook time limit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From its beginning to the head of its answer. */
    Duration timeLimit() {
        return timeLimit;
    }

    @Override
    public WebhookAnswer send(WebhookRequest request) {
        var answer = answer(request);
        answered.fire(answer);
        return answer;
    }

    private WebhookAnswer answer(WebhookRequest request) {
        var body = CloudEvents.batch(configuration.source(), request.events());
        var target = rules.target(request.url());
        var signature = Signatures.of(request.id(), request.at(), body, request.secrets());
        return target.isEmpty() || signature.isEmpty()
                ? WebhookAnswer.none(WebhookFailure.BAD_ENDPOINT)
                : send(post(target.get(), request, body, signature.get()));
    }

    private static HttpPost post(URI target, WebhookRequest request, String body, String signature) {
        var post = new HttpPost(target);
        post.setHeader("webhook-id", request.id());
        post.setHeader("webhook-timestamp", Long.toString(request.at().getEpochSecond()));
        post.setHeader("webhook-signature", signature);
        post.setEntity(new StringEntity(body, CLOUD_EVENTS));
        return post;
    }

    /** A receiver that sends its answer drop by drop, or none, is cut off: timeouts of the socket are between bytes. */
    private WebhookAnswer send(HttpPost post) {
        var limit = timer.schedule(post::cancel, timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var response = client.executeOpen(null, post, null);
            int status = response.getCode();
            close(response, post);
            return WebhookAnswer.of(status);
        } catch (AddressRules.AddressRefused refused) {
            return WebhookAnswer.none(WebhookFailure.ADDRESS_REFUSED);
        } catch (IOException failed) {
            return WebhookAnswer.none(
                    post.isCancelled() || failed instanceof SocketTimeoutException
                            ? WebhookFailure.TIMEOUT
                            : WebhookFailure.UNREACHABLE);
        } finally {
            limit.cancel(false);
        }
    }

    private static void close(ClassicHttpResponse response, HttpPost post) {
        var body = response.getEntity();
        if (body == null || (body.getContentLength() >= 0 && body.getContentLength() <= SHORT_BODY)) {
            EntityUtils.consumeQuietly(body);
        } else {
            post.cancel(); // closing it would read the rest
        }
        Closer.closeQuietly(response);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }
}
