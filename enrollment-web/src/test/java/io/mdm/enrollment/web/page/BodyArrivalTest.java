package io.mdm.enrollment.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Bodies of which the server does not tell, as Payara forgets to now and then. */
class BodyArrivalTest {
    private static final String FORM = "email=ana@acme.example&code=22222-22222";

    private final Map<Object, Object> attributes = new HashMap<>();
    private final AsyncContext context = proxy(AsyncContext.class, (self, method, values) -> switch (method.getName()) {
        case "addListener" -> attributes.put("listener", values[0]);
        case "dispatch" -> attributes.merge("dispatched", 1, (one, more) -> (int) one + (int) more);
        default -> null;
    });
    private ServletInputStream body = new Silent("");

    @Test
    void a_body_that_is_there_when_time_is_over_is_read() throws IOException {
        body = new Silent(FORM);
        BodyArrival.await(request(), 100);
        assertThat(attributes).doesNotContainKey("dispatched");

        end();

        assertThat(BodyArrival.bytes(request())).asString(UTF_8).isEqualTo(FORM);
        assertThat(attributes).containsEntry("dispatched", 1);
    }

    @Test
    void half_a_body_is_none() throws IOException {
        body = new Silent(FORM.substring(0, 10));
        BodyArrival.await(request(), 100);

        end();

        assertThatIOException().isThrownBy(() -> BodyArrival.bytes(request()));
        assertThat(attributes).containsEntry("dispatched", 1);
    }

    private void end() throws IOException {
        ((AsyncListener) Objects.requireNonNull(attributes.get("listener"))).onTimeout(new AsyncEvent(context));
    }

    private HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, method, values) -> switch (method.getName()) {
            case "startAsync" -> context;
            case "getInputStream" -> body;
            case "getContentLength" -> FORM.length();
            case "getAttribute" -> attributes.get(values[0]);
            case "setAttribute" -> attributes.put(values[0], values[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** It has bytes, and tells nobody. */
    private static final class Silent extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Silent(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
        }

        @Override
        public boolean isReady() {
            return bytes.available() > 0;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public void setReadListener(ReadListener listener) {}

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] part, int start, int count) {
            return bytes.read(part, start, count);
        }
    }
}
