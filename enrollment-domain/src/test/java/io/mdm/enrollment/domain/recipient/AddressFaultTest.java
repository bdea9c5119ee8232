package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.CheckedBatch.AddressFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFaultTest {

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "nobody, NO_AT_SIGN",
        "@acme.example, NO_AT_SIGN",
        "a na@acme.example, HIDDEN_CHARACTER",
        "an\u00ada@acme.example, HIDDEN_CHARACTER",
        ".ana@acme.example, LOCAL_PART",
        "jos\u00e9@acme.example, LOCAL_PART",
        "ana@acme, DOMAIN",
        "ana@, DOMAIN",
        "ana@acme..example, DOMAIN",
        "ana@acme.example., DOMAIN"
    })
    void the_first_fault_is_told(String given, AddressFault fault) {
        assertThat(Recipient.faultOf(given, LocalPart.ASCII)).contains(fault);
        assertThat(Recipient.of(given, LocalPart.ASCII)).isEmpty();
    }

    @Test
    void too_long_is_the_address_and_its_local_part() {
        var label = "b".repeat(63);
        assertThat(Recipient.faultOf("a".repeat(65) + "@acme.example", LocalPart.ASCII))
                .contains(AddressFault.TOO_LONG);
        assertThat(Recipient.faultOf(
                        "a".repeat(64) + "@" + String.join(".", label, label, label, "example"), LocalPart.ASCII))
                .contains(AddressFault.TOO_LONG);
        // A-labels are longer than what was given
        assertThat(Recipient.faultOf(
                        "a".repeat(64) + "@" + ("\u00fc".repeat(25) + ".").repeat(6) + "example", LocalPart.ASCII))
                .contains(AddressFault.TOO_LONG);
    }

    @Test
    void a_recipient_has_none() {
        assertThat(Recipient.faultOf(" ana@acme.example ", LocalPart.ASCII)).isEmpty();
    }
}
