package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The module's WAR beside the host's in one EAR: the host calls the use cases in process. */
@DisabledIfSystemProperty(named = "server", matches = "payara-micro", disabledReason = "Payara Micro takes no EAR")
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarIT {
    private static final String NOT_USABLE = "io.mdm.enrollment.api.token.TokenNotUsable: ";
    private static final String WRONG_CODE = "AAAAA-AAAAA";
    private static final int WRONG_CODES_OF_AN_HOUR = 20;
    private static final String ANOTHER_DEVICE = "&device=698efa6ed851667d9c0aec98";

    private EarHost host;
    private int people;
    private String batch;
    private String token;
    /** Address and code as parameters. */
    private String proof;

    @BeforeAll
    void start(@TempDir Path directory) {
        host = EarHost.start(directory);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @BeforeEach
    void issue() {
        var address = "email=person" + ++people + "@ear.example";
        batch = host.carryOut("issue", address);
        var tokenAndCode = host.carryOut("report", "id=" + batch).split(" ", 2);
        token = tokenAndCode[0];
        proof = address + "&code=" + tokenAndCode[1];
    }

    @Test
    void a_link_that_the_module_mailed_is_verified_and_redeemed_by_the_host(SigningKeys keys, Inbox inbox) {
        host.administeredWith(keys).postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"ana@ear.example\"]}");
        var link = inbox.awaitMailTo("ana@ear.example").link();

        var credential = "credential=" + link.substring(link.lastIndexOf('/') + 1);
        assertThat(host.carryOut("verify", credential)).isEqualTo("PENDING");
        assertThat(host.carryOut("redeem", credential)).isEqualTo("DONE");
        assertThat(host.carryOut("verify", credential)).isEqualTo(NOT_USABLE + "USED");
    }

    @DisabledIfSystemProperty(named = "server", matches = "wildfly", disabledReason = "a race between the EAR's WARs")
    @Test
    void the_host_keeps_its_own_login(SigningKeys keys) {
        Login.assertKept(host.administeredWith(keys), "/");
    }

    @Test
    void the_host_hears_of_the_batch() {
        assertThat(host.carryOut("heard-of", "id=" + batch)).isEqualTo("true");
    }

    @Test
    void the_host_resends_revokes_and_erases() {
        assertThat(host.carryOut("resend", "id=" + token)).isEqualTo("QUEUED");
        assertThat(host.carryOut("revoke", "id=" + token)).isEqualTo("DELETED");
        assertThat(host.carryOut("erase", proof)).isEqualTo("1");
        assertThat(host.carryOut("issue-to-user", "id=698efa6ed851667d9c0aec8b"))
                .isEqualTo("PENDING");
    }

    @Test
    void exceptions_arrive_as_the_use_cases_throw_them() {
        assertThat(host.carryOut("state", "id=" + batch))
                .isEqualTo("io.mdm.enrollment.api.EnrollmentException: ENTITY_NOT_FOUND");
        host.carryOut("resend", "id=" + token);
        assertThat(host.carryOut("resend", "id=" + token))
                .isEqualTo("io.mdm.enrollment.api.LimitReached: RESENT_TOO_SOON");
        assertThat(host.carryOut("redeem", proof + "&device=x"))
                .startsWith("java.lang.IllegalArgumentException: a device id");
        assertThat(host.carryOut("redeem", proof)).isEqualTo("DONE");
        assertThat(host.carryOut("redeem", proof + ANOTHER_DEVICE)).isEqualTo(NOT_USABLE + "USED");
    }

    @Test
    void wrong_codes_stay_counted() {
        var wrong = proof.replaceFirst("code=.*", "code=" + WRONG_CODE);
        for (int i = 0; i < WRONG_CODES_OF_AN_HOUR; i++) {
            assertThat(host.carryOut("verify", wrong)).isEqualTo(NOT_USABLE + "UNKNOWN");
        }

        assertThat(host.carryOut("verify", proof)).isEqualTo(NOT_USABLE + "UNKNOWN");
    }

    @Test
    void a_transaction_of_the_host_that_fails_takes_the_redemption_with_it() {
        assertThat(host.carryOut("redeem-and-fail", proof)).endsWith("the host's own failure");

        assertThat(host.carryOut("state", "id=" + token)).isEqualTo("PENDING");
    }

    @Test
    void a_transaction_of_the_host_goes_on_after_a_proof_that_opens_nothing() {
        var wrongFirst = proof.replace("&code=", "&code=" + WRONG_CODE + "&code=");

        assertThat(host.carryOut("redeem-first-usable", wrongFirst)).isEqualTo("DONE");
        assertThat(host.carryOut("state", "id=" + token)).isEqualTo("DONE");
    }

    @Test
    void a_conflict_outside_transactions_of_the_host_is_repeated_unseen() {
        var database = host.database();
        database.update("create sequence enrollment.conflicts");
        database.update("""
                create function enrollment.fail_once() returns trigger language plpgsql as $$ begin
                  if nextval('enrollment.conflicts') > 1 then return new; end if;
                  raise exception 'as a test wishes' using errcode = '40P01';
                end $$
                """);
        database.update("create trigger fails before update on enrollment.enrollment_token for each row"
                + " execute function enrollment.fail_once()");
        try {
            assertThat(host.carryOut("redeem", proof)).isEqualTo("DONE");
        } finally {
            database.update("drop function enrollment.fail_once() cascade");
        }
        assertThat(database.number("select last_value from enrollment.conflicts"))
                .isEqualTo(2);
    }
}
