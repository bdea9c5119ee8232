package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.bulk.BulkPlaces.Requester;
import io.mdm.enrollment.web.config.RequestLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BulkPlacesTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int SMALL = 65_536;

    private final BulkPlaces places = new BulkPlaces(new RequestLimits(10, MEBIBYTE, 10, 60, 60, 8));

    @Test
    void an_organization_gets_half_of_the_places() {
        for (int each = 0; each < 4; each++) {
            places.take("acme", 100);
        }
        assertBusy(() -> places.take("acme", 100));
        places.take("globex", 100);
    }

    @Test
    void an_organization_without_a_place_gets_its_first_when_all_are_taken() {
        for (int each = 0; each < 4; each++) {
            places.take("acme", 100);
            places.take("globex", 100);
        }

        places.take("initech", 100);
        assertBusy(() -> places.take("initech", 100));
    }

    @Test
    void a_request_without_a_place_is_refused_at_once_if_its_caller_was_admitted_before() {
        var ana = new Requester("ana", "acme-inc");
        places.remember(ana, "acme");
        for (int each = 0; each < 4; each++) {
            places.requireRoom(ana);
            places.take("acme", 100);
        }

        assertBusy(() -> places.requireRoom(ana));
        places.requireRoom(new Requester("bob", "acme-inc"));
        places.requireRoom(new Requester("ana", "acme-corp"));
    }

    @Test
    void requesters_do_not_accumulate() {
        for (int each = 0; each < 10_000; each++) {
            places.remember(new Requester("ana", "acme-" + each), "acme");
        }
        for (int each = 0; each < 4; each++) {
            places.take("acme", 100);
        }

        assertBusy(() -> places.requireRoom(new Requester("ana", "acme-9999")));
        places.requireRoom(new Requester("ana", "acme-0"));
    }

    @Test
    void the_place_of_a_request_that_has_ended_is_free() {
        for (int each = 0; each < 100; each++) {
            try (var place = places.take("acme", MEBIBYTE)) {
                assertThat(place).isNotNull();
            }
        }
    }

    @Test
    void a_declared_body_is_reserved_before_it_arrives() {
        places.take("acme", MEBIBYTE);

        assertBusy(() -> places.take("acme", MEBIBYTE));
        places.take("globex", MEBIBYTE);
        assertBusy(() -> places.take("initech", MEBIBYTE));
    }

    @Test
    void a_refused_body_leaves_its_place() {
        places.take("acme", MEBIBYTE);
        for (int each = 0; each < 100; each++) {
            assertBusy(() -> places.take("acme", MEBIBYTE));
        }
        places.take("acme", SMALL);
    }

    @Test
    void small_bodies_need_no_room() {
        places.take("acme", MEBIBYTE);
        places.take("globex", MEBIBYTE);

        places.take("acme", SMALL);
        places.take("initech", SMALL);
    }

    @Test
    void a_body_that_was_not_declared_is_reserved_while_it_arrives() throws IOException {
        places.take("acme", MEBIBYTE / 2);
        var body = places.take("acme", 0).reserving(new ByteArrayInputStream(new byte[MEBIBYTE]));

        assertThat(body.readNBytes(MEBIBYTE / 2)).hasSize(MEBIBYTE / 2);
        assertBusy(() -> body.readNBytes(MEBIBYTE / 2));
    }

    @Test
    void a_declared_body_is_not_reserved_twice() throws IOException {
        var body = places.take("acme", MEBIBYTE).reserving(new ByteArrayInputStream(new byte[MEBIBYTE]));

        assertThat(body.readAllBytes()).hasSize(MEBIBYTE);
    }

    @Test
    void a_body_of_the_maximum_size_and_one_byte_is_read_to_be_refused_for_that() throws IOException {
        var body = places.take("acme", 0).reserving(new ByteArrayInputStream(new byte[MEBIBYTE + 1]));

        assertThat(body.readNBytes(MEBIBYTE)).hasSize(MEBIBYTE);
        assertThat(body.read()).isZero();
        assertThat(body.read()).isNegative();
    }

    private static void assertBusy(ThrowingCallable work) {
        assertThat(catchThrowableOfType(RequestException.class, work).problem()).isEqualTo(HttpProblem.SERVER_BUSY);
    }
}
