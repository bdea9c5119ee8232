package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.CheckedBatch;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.security.RequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class BulkResourceTest {
    private static final RequestLimits LIMITS = new RequestLimits(10, 1 << 20, 10, 60, 60, 1);

    private final BulkPlaces places = new BulkPlaces(LIMITS);
    private final RequestContext context = new RequestContext() {
        @Override
        public String organizationId() {
            return "acme";
        }
    };
    private final BulkResource resource = new BulkResource(
            new BulkRequestReader(new BodyReader(LIMITS, ignored -> {}), Reading.WITHOUT_KEY),
            places,
            new TokenIssuance() {
                @Override
                public BatchReceipt issue(IssueTokens command) {
                    throw new AssertionError("nothing is issued");
                }

                @Override
                public CheckedBatch check(IssueTokens command) {
                    throw new AssertionError("nothing is checked");
                }
            },
            Reading.WITHOUT_KEY,
            context);

    @Test
    void a_place_is_taken_before_the_body_is_read_and_left_when_that_fails() {
        assertThat(problemOf(new ObservedBody(() -> places.take("acme", 0)))).isEqualTo(HttpProblem.SERVER_BUSY);
        places.take("acme", 0);
    }

    @Test
    void without_a_place_nothing_of_the_body_is_read() {
        places.take("acme", 0);

        assertThat(problemOf(new ObservedBody(() -> fail("the body was read")))).isEqualTo(HttpProblem.SERVER_BUSY);
    }

    private HttpProblem problemOf(InputStream body) {
        return catchThrowableOfType(
                        RequestException.class,
                        () -> resource.create(body, proxy(UriInfo.class), proxy(HttpHeaders.class)))
                .problem();
    }

    /** Says 0 and JSON, as the declared length and type. */
    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "application/json" : 0));
    }

    /** An empty body that does something when it is read. */
    private static final class ObservedBody extends InputStream {
        private final Runnable whenRead;

        private ObservedBody(Runnable whenRead) {
            this.whenRead = whenRead;
        }

        @Override
        public int read() {
            whenRead.run();
            return -1;
        }

        @Override
        public int read(byte[] octets, int offset, int length) {
            return read();
        }
    }
}
