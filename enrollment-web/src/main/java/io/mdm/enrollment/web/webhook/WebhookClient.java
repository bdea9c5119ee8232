package io.mdm.enrollment.web.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP client of webhooks: it keeps connections for a short while. Of its own accord it only repeats a request whose
 * connection ended, once and at once.
 */
final class WebhookClient {
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    private WebhookClient() {}

    /**
     * Receivers close kept connections, some of them after each answer and without telling. A request is safe to repeat
     * because receivers know it by its id.
     */
    private static final class LostConnectionRetry extends DefaultHttpRequestRetryStrategy {
        private static final int RETRIES = 1;
        private static final List<Class<? extends IOException>> NOT_RETRIED = List.of(
                InterruptedIOException.class,
                UnknownHostException.class,
                ConnectException.class,
                NoRouteToHostException.class,
                SSLException.class);

        LostConnectionRetry() {
            super(RETRIES, TimeValue.ZERO_MILLISECONDS, NOT_RETRIED, List.of());
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return true;
        }
    }

    /**
     * Makes one.
     *
     * @param resolver finds and judges the addresses of hosts
     * @param timeLimit of a connection, and between two bytes of an answer
     */
    static CloseableHttpClient of(DnsResolver resolver, Duration timeLimit) {
        var timeout = Timeout.of(timeLimit);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(KEPT)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("enrollment")
                .setRetryStrategy(new LostConnectionRetry())
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }
}
