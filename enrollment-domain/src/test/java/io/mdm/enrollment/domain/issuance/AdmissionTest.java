package io.mdm.enrollment.domain.issuance;

import static io.mdm.enrollment.api.report.RecipientOutcome.DUPLICATE;
import static io.mdm.enrollment.api.report.RecipientOutcome.INVALID;
import static io.mdm.enrollment.api.report.RecipientOutcome.PENDING;
import static io.mdm.enrollment.api.report.RecipientOutcome.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.token.HeldToken;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final List<String> ADDRESSES = List.of(
            " ana@acme.example ",
            "nobody ",
            "ANA@acme.example",
            "bob@acme.example",
            "\u200bBob@Acme.Example\u00a0",
            "eve@acme.example");

    @Test
    void every_recipient_stands_in_one_list_in_request_order() {
        var admission = Admission.of(request(ADDRESSES), LocalPart.ASCII, Holders.NONE, 100);

        assertThat(admission.admitted()).extracting(Invitee::index).containsExactly(0, 3, 5);
        assertThat(admission.admitted().get(0).recipient().address()).isEqualTo("ana@acme.example");
        assertThat(admission.rejected())
                .containsExactly(
                        new Rejection(1, "nobody", INVALID),
                        new Rejection(2, "ANA@acme.example", DUPLICATE),
                        new Rejection(4, "Bob@Acme.Example", DUPLICATE));
    }

    @Test
    void places_go_to_the_first_and_neither_invalid_addresses_nor_duplicates_take_one() {
        var admission = Admission.of(request(ADDRESSES), LocalPart.ASCII, Holders.NONE, 1);

        assertThat(admission.admitted()).extracting(Invitee::index).containsExactly(0);
        assertThat(admission.rejected())
                .containsExactly(
                        new Rejection(1, "nobody", INVALID),
                        new Rejection(2, "ANA@acme.example", DUPLICATE),
                        new Rejection(3, "bob@acme.example", QUOTA),
                        new Rejection(4, "Bob@Acme.Example", DUPLICATE),
                        new Rejection(5, "eve@acme.example", QUOTA));
    }

    @Test
    void without_a_place_nobody_is_admitted() {
        assertThat(Admission.of(request(ADDRESSES), LocalPart.ASCII, Holders.NONE, 0)
                        .admitted())
                .isEmpty();
        assertThat(Admission.of(request(ADDRESSES), LocalPart.ASCII, Holders.NONE, -5)
                        .admitted())
                .isEmpty();
    }

    @Test
    void local_parts_of_every_script_need_a_relay_that_takes_them() {
        var addresses = List.of("jos\u00e9@acme.example");

        assertThat(Admission.of(request(addresses), LocalPart.ASCII, Holders.NONE, 9)
                        .rejected())
                .containsExactly(new Rejection(0, "jos\u00e9@acme.example", INVALID));
        assertThat(Admission.of(request(addresses), LocalPart.UTF8, Holders.NONE, 9)
                        .admitted())
                .hasSize(1);
    }

    @Test
    void ten_thousand_spellings_of_one_address_get_one_token() {
        var addresses = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 2 == 0 ? "ANA@B\u00fccher.example" : "ana@bu\u0308cher.EXAMPLE")
                .toList();

        var admission = Admission.of(request(addresses), LocalPart.ASCII, Holders.NONE, Integer.MAX_VALUE);

        assertThat(admission.admitted()).hasSize(1);
        assertThat(admission.rejected())
                .hasSize(9_999)
                .allSatisfy(rejection -> assertThat(rejection.reason()).isEqualTo(DUPLICATE));
    }

    @Test
    void who_holds_a_live_token_is_left_out_where_the_request_says_so() {
        var holders = Holders.of(OnPending.SKIP, List.of(held("Bob@acme.example")));

        var admission = Admission.of(request(ADDRESSES), LocalPart.ASCII, holders, 100);

        assertThat(admission.admitted()).extracting(Invitee::index).containsExactly(0, 5);
        assertThat(admission.rejected())
                .contains(
                        new Rejection(3, "bob@acme.example", PENDING), new Rejection(4, "Bob@Acme.Example", DUPLICATE));
        assertThat(admission.replaced()).isEmpty();
    }

    @Test
    void a_token_that_is_replaced_makes_room_for_another_one() {
        var bobs = held("bob@acme.example");
        var eves = List.of(held("eve@acme.example"), held("eve@acme.example"));
        var holders = Holders.of(
                OnPending.REPLACE, Stream.concat(Stream.of(bobs), eves.stream()).toList());

        var full = Admission.of(request(ADDRESSES), LocalPart.ASCII, holders, 0);

        assertThat(full.admitted()).extracting(Invitee::index).containsExactly(3, 5);
        assertThat(full.rejected()).contains(new Rejection(0, "ana@acme.example", QUOTA));
        assertThat(full.replaced()).containsExactly(bobs, eves.get(0), eves.get(1));
        assertThat(Admission.of(request(ADDRESSES), LocalPart.ASCII, holders, -1)
                        .replaced())
                .as("what is over the quota keeps its token")
                .containsExactlyElementsOf(eves);
    }

    private static IssueTokens request(List<String> addresses) {
        return Examples.command(Examples.organization(), Examples.settings(), addresses);
    }

    private static HeldToken held(String email) {
        return new HeldToken(Examples.id(), Examples.id(), 0, email);
    }
}
