package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.credential.EnrollCode;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.Redemptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work of a wrong code, which must not depend on whether the address was invited. */
class CodeFormWorkTest {
    private static final String WRONG = "22222-22222";

    private final Stores stores = Stores.shared();
    private final AtomicInteger macs = new AtomicInteger();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final TokenRedemption redemption =
            Redemptions.of(stores.tokens(), stores.batches(), new CountedMacs(macs), clock);

    /** Statements and MACs of one wrong code. */
    private record Work(int statements, int macs) {}

    @Test
    void a_wrong_code_is_the_same_work_for_every_address() {
        var invited = invite();
        var ended = invite();
        stores.transactionally(
                () -> stores.tokens().byIdForUpdate(ended.id()).orElseThrow().revoke(NOW));
        var locked = invite();
        for (int tries = 0; tries < 20; tries++) {
            work(address(locked));
        }

        var ofInvited = work(address(invited));

        assertThat(ofInvited).isEqualTo(new Work(2, 1));
        assertThat(tries(invited)).isEqualTo(1);
        assertThat(work("nobody" + Examples.id() + "@acme.example")).isEqualTo(ofInvited);
        assertThat(work(address(ended))).isEqualTo(ofInvited);
        assertThat(tries(locked)).isEqualTo(20);
        assertThat(work(address(locked))).isEqualTo(ofInvited);
        assertThat(tries(locked)).isEqualTo(20);
    }

    private Work work(String address) {
        macs.set(0);
        int statements = stores.statementsOf(() -> assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> redemption.open(new Proof.Code(address, WRONG))));
        return new Work(statements, macs.get());
    }

    private EnrollmentToken invite() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1);
        var token = Examples.token(batch, Examples.id() + "@acme.example");
        stores.transactionally(() -> stores.tokens().addAll(List.of(token)));
        return token;
    }

    private static String address(EnrollmentToken token) {
        return token.email().orElseThrow();
    }

    private int tries(EnrollmentToken token) {
        return stores.tokens().byId(token.id()).orElseThrow().codeTries();
    }

    private static final class CountedMacs extends CredentialFactory {
        private final AtomicInteger macs;

        CountedMacs(AtomicInteger macs) {
            super(Examples.configuration());
            this.macs = macs;
        }

        @Override
        public EnrollCode code(String keyId, String tokenId, byte[] salt, int generation) {
            macs.incrementAndGet();
            return super.code(keyId, tokenId, salt, generation);
        }
    }
}
