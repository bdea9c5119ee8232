package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.batch;
import static io.mdm.enrollment.domain.Examples.organization;
import static io.mdm.enrollment.domain.Examples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everything that knows who holds a live token does. */
public abstract class HeldTokensContract {
    private final Organization organization = organization();
    private final String address = Examples.id() + "@acme.example";

    protected abstract HeldTokens heldTokens();

    protected abstract EnrollmentTokens tokens();

    protected abstract void transactionally(Runnable work);

    @Test
    void live_tokens_are_found_by_their_recipients_in_order_of_creation() {
        var first = add(address, organization);
        var second = add(address, organization);
        var expiredThen = add("short-" + address, organization);
        change(add("used-" + address, organization), token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(add("revoked-" + address, organization), token -> token.revoke(NOW));
        add(address, organization());

        var asked = Stream.of("", "short-", "used-", "revoked-", "nobody-")
                .map(prefix -> hash(prefix + address))
                .toList();
        assertThat(find(asked, NOW))
                .containsExactly(held(first, address), held(second, address), held(expiredThen, "short-" + address));
        assertThat(find(asked, first.expireAt())).isEmpty();
        assertThat(find(List.of(), NOW)).isEmpty();
    }

    @Test
    void many_recipients_are_looked_up_at_once() {
        var token = add(address, organization);
        var asked = Stream.concat(
                        Stream.of(hash(address)),
                        Stream.generate(() -> hash(Examples.id() + "@acme.example"))
                                .limit(2_500))
                .toList();

        assertThat(find(asked, NOW)).containsExactly(held(token, address));
    }

    @Test
    void tokens_that_are_still_pending_are_revoked() {
        var pending = held(add(address, organization), address);
        var used = add(address, organization);
        change(used, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        var foreign = held(add(address, organization()), address);

        var revoked = in(held ->
                held.revoke(organization.id(), List.of(pending, held(used, address), foreign), NOW.plusSeconds(1)));

        assertThat(revoked).containsExactly(pending);
        assertThat(state(pending)).isEqualTo(TokenState.DELETED);
        assertThat(state(held(used, address))).isEqualTo(TokenState.DONE);
        assertThat(state(foreign)).isEqualTo(TokenState.PENDING);
    }

    private List<HeldToken> find(List<Long> hashes, Instant now) {
        return in(held -> held.findInTurn(organization.id(), hashes, now));
    }

    private static HeldToken held(EnrollmentToken token, String email) {
        return new HeldToken(token.id(), token.batchId(), token.batchIndex(), email);
    }

    private static long hash(String email) {
        return Examples.token(batch(organization(), settings(), 1), email)
                .addressHash()
                .orElseThrow();
    }

    private TokenState state(HeldToken token) {
        var found = new ArrayList<TokenState>(1);
        transactionally(() -> found.add(tokens().byId(token.id()).orElseThrow().state()));
        return found.get(0);
    }

    private EnrollmentToken add(String email, Organization inviting) {
        var token = Examples.token(batch(inviting, settings(), 1), email);
        transactionally(() -> tokens().addAll(List.of(token)));
        return token;
    }

    private void change(EnrollmentToken token, Consumer<EnrollmentToken> change) {
        transactionally(() -> change.accept(tokens().byIdForUpdate(token.id()).orElseThrow()));
    }

    private <T> T in(Function<HeldTokens, T> work) {
        var answer = new ArrayList<T>(1);
        transactionally(() -> answer.add(work.apply(heldTokens())));
        return answer.get(0);
    }
}
