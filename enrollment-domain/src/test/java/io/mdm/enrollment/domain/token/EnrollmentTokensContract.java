package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.batch;
import static io.mdm.enrollment.domain.Examples.organization;
import static io.mdm.enrollment.domain.Examples.settings;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.recipient.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that keeps tokens does. */
public abstract class EnrollmentTokensContract {
    private static final String DEVICE = "698efa6ed851667d9c0aec99";

    private final Organization organization = organization();
    private final Organization other = organization();

    protected abstract EnrollmentTokens tokens();

    protected abstract EnrollmentBatches batches();

    protected abstract void transactionally(Runnable work);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 200, 1_000, 1_001, 2_500})
    void what_was_added_is_read_back_field_by_field(int count) {
        var batch = batch(organization, settings(), count);
        var added = add(batch, upTo(count));

        var read = ofBatch(organization, batch, upTo(count));

        assertThat(read)
                .extracting(EnrollmentTokensContract::fields)
                .containsExactlyElementsOf(
                        added.stream().map(EnrollmentTokensContract::fields).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_001})
    void names_settings_and_times_of_their_own_are_read_back_too(int count) {
        var batch = Examples.scheduled(organization, count, NOW.plusSeconds(60));
        var own = new TokenChanges(Set.of(TokenChanges.Field.TAGS), settings().withTags(List.of("vip")));
        var added = upTo(count).stream()
                .map(index -> EnrollmentToken.issue(
                        batch,
                        new Invitee(
                                index,
                                Recipient.ofAdmitted("person" + index + "@acme.example"),
                                index % 2 == 0
                                        ? new Particulars("Person \u2603 " + index, Language.FR, Optional.of(own))
                                        : Particulars.NONE),
                        Optional.empty(),
                        new CredentialSeed("up", new byte[16])))
                .toList();
        transactionally(() -> tokens().addAll(added));

        assertThat(ofBatch(organization, batch, upTo(count)))
                .extracting(EnrollmentTokensContract::fields)
                .containsExactlyElementsOf(
                        added.stream().map(EnrollmentTokensContract::fields).toList());
    }

    @Test
    void tokens_come_in_the_order_of_their_positions_however_they_are_asked_for() {
        var batch = batch(organization, settings(), 2_500);
        add(batch, upTo(2_500));
        var shuffled = new ArrayList<>(upTo(2_500));
        Collections.shuffle(shuffled, new Random(1));
        shuffled.addAll(List.of(7, 7, 2_499));

        assertThat(ofBatch(organization, batch, shuffled))
                .extracting(EnrollmentToken::batchIndex)
                .containsExactlyElementsOf(upTo(2_500));
    }

    @Test
    void positions_without_a_token_are_left_out() {
        var batch = batch(organization, settings(), 10);
        add(batch, List.of(1, 5));

        assertThat(ofBatch(organization, batch, List.of(0, 1, 2, 5, 99)))
                .extracting(EnrollmentToken::batchIndex)
                .containsExactly(1, 5);
        assertThat(ofBatch(organization, batch, List.of())).isEmpty();
    }

    @Test
    void live_ones_of_a_batch_are_pending_and_unexpired() {
        var batch = batch(organization, settings(), 5);
        var added = add(batch, List.of(0, 2, 3, 4));
        add(batch(organization, settings(), 9), upTo(9));
        change(added.get(1), token -> token.revoke(NOW));
        change(added.get(2), token -> token.redeem(DeviceId.of(DEVICE), NOW));

        assertThat(liveIndexes(organization, batch, NOW)).containsExactly(0, 4);
        assertThat(liveIndexes(other, batch, NOW)).isEmpty();
        assertThat(tokens().liveEnds(organization.id(), batch.id(), NOW))
                .isEqualTo(Map.of(0, batch.expireAt(), 4, batch.expireAt()));
        assertThat(tokens().liveEnds(organization.id(), batch.id(), batch.expireAt()))
                .isEmpty();
        assertThat(liveIndexes(organization, batch, batch.expireAt().minusMillis(1)))
                .hasSize(2);
        assertThat(liveIndexes(organization, batch, batch.expireAt())).isEmpty();
    }

    @Test
    void who_has_enrolled_since_with_a_token_of_any_bulk_is_found_by_the_address() {
        var earlier = batch(organization, settings(), 5);
        var before = add(earlier, List.of(1, 2));
        var batch = batch(organization, settings(), 5);
        var added = add(batch, List.of(0, 1, 2, 3, 4));
        var foreign = add(batch(other, settings(), 5), List.of(3));
        change(added.get(0), token -> token.redeem(DeviceId.of(DEVICE), NOW));
        change(before.get(0), token -> token.redeem(DeviceId.of(DEVICE), NOW.plusMillis(1)));
        change(before.get(1), token -> token.redeem(DeviceId.of(DEVICE), NOW.minusMillis(1)));
        transactionally(() -> tokens().ofOrganizationForUpdate(
                        other.id(), foreign.get(0).id())
                .orElseThrow()
                .redeem(DeviceId.of(DEVICE), NOW));
        change(added.get(4), token -> token.revoke(NOW));

        assertThat(enrolledIndexes(organization, batch)).containsExactlyInAnyOrder(0, 1);
        assertThat(enrolledIndexes(other, batch)).isEmpty();
    }

    private Set<Integer> enrolledIndexes(Organization of, EnrollmentBatch batch) {
        return tokens().enrolledIndexes(of.id(), batch.id(), NOW);
    }

    @Test
    void live_ones_are_rotated_together_and_their_wrong_codes_forgotten() {
        var batch = batch(organization, settings(), 4);
        var added = add(batch, upTo(4));
        change(added.get(1), token -> token.countWrongCode(NOW));
        change(added.get(2), token -> token.revoke(NOW));
        var later = NOW.plusSeconds(9);

        transactionally(() -> {
            assertThat(tokens().liveIndexesForUpdate(organization.id(), batch.id(), later))
                    .containsExactly(0, 1, 3);
            tokens().rotateAll(other.id(), batch.id(), upTo(4), later);
            tokens().rotateAll(organization.id(), batch.id(), List.of(1, 2), later);
        });

        var read = ofBatch(organization, batch, upTo(4));
        assertThat(read).extracting(EnrollmentToken::generation).containsExactly(0, 1, 0, 0);
        assertThat(read).extracting(EnrollmentToken::codeTries).containsExactly(0, 0, 0, 0);
        assertThat(read).extracting(EnrollmentToken::updatedAt).containsExactly(NOW, later, NOW, NOW);
    }

    @Test
    void a_token_is_found_by_its_id() {
        var token = addOne();

        assertThat(byId(token.id())).get().usingRecursiveComparison().isEqualTo(token);
        assertThat(byIdForUpdate(token.id())).get().usingRecursiveComparison().isEqualTo(token);
        assertThat(byId(Examples.id())).isEmpty();
        assertThat(byIdForUpdate(Examples.id())).isEmpty();
    }

    @Test
    void a_token_is_found_together_with_its_batch() {
        var batch = batch(organization, settings(), 1);
        transactionally(() -> batches().add(batch, List.of()));
        var token = add(batch, List.of(0)).get(0);
        var other = batch(organization, settings(), 1);
        transactionally(() -> batches().add(other, List.of()));

        var found = tokens().withBatch(token.id()).orElseThrow();

        assertThat(found.token()).usingRecursiveComparison().isEqualTo(token);
        assertThat(found.batch()).usingRecursiveComparison().isEqualTo(batch);
        assertThat(tokens().withBatch(Examples.id())).isEmpty();
    }

    @Test
    void the_tokens_of_an_address_are_found_oldest_first_in_one_organization_or_in_all() {
        var address = Examples.id() + "@acme.example";
        var here = List.of(addFor(address, organization), addFor(address, organization));
        var there = addFor(address.toUpperCase(Locale.ROOT), other);
        addFor("other-" + address, organization);

        var hash = here.get(0).addressHash().orElseThrow();
        assertThat(ids(hash, Optional.of(organization.id()))).isEqualTo(ids(here));
        assertThat(ids(hash, Optional.of(other.id()))).containsExactly(there.id());
        assertThat(ids(hash, Optional.of(Examples.id()))).isEmpty();
        assertThat(ids(hash, Optional.empty()))
                .containsExactly(here.get(0).id(), here.get(1).id(), there.id());
        assertThat(ids(hash + 1, Optional.empty())).isEmpty();
    }

    @Test
    void another_organization_sees_nothing() {
        var batch = batch(organization, settings(), 2);
        var token = add(batch, upTo(2)).get(0);
        add(batch(other, settings(), 1), upTo(1));

        assertThat(ofOrganizationForUpdate(organization, token.id())).isPresent();
        assertThat(ofOrganizationForUpdate(other, token.id())).isEmpty();
        assertThat(ofBatch(other, batch, upTo(2))).isEmpty();
        assertThat(countLiveInTurn(organization, NOW)).isEqualTo(2);
        assertThat(countLiveInTurn(other, NOW)).isEqualTo(1);
    }

    @Test
    void what_happens_to_a_token_is_kept() {
        var redeemed = addOne();
        var revoked = addOne();
        var rotated = addOne();
        var guessed = addOne();
        var later = NOW.plusMillis(1_234);

        change(redeemed, token -> token.redeem(DeviceId.of(DEVICE), later));
        change(revoked, token -> token.revoke(later));
        change(rotated, token -> token.rotate(later));
        change(guessed, token -> token.countWrongCode(later));

        assertThat(byId(redeemed.id())).hasValueSatisfying(token -> {
            assertThat(token.state()).isEqualTo(TokenState.DONE);
            assertThat(token.winDeviceId()).contains(DEVICE);
            assertThat(token.updatedAt()).isEqualTo(later);
        });
        assertThat(byId(revoked.id())).get().extracting(EnrollmentToken::state).isEqualTo(TokenState.DELETED);
        assertThat(byId(rotated.id()))
                .get()
                .extracting(EnrollmentToken::generation, EnrollmentToken::state)
                .containsExactly(1, TokenState.PENDING);
        assertThat(byId(guessed.id()))
                .get()
                .extracting(EnrollmentToken::codeTries)
                .isEqualTo(1);
    }

    @Test
    void a_code_stays_locked_until_its_hour_is_over() {
        var guessed = addOne();
        change(guessed, token -> upTo(20).forEach(each -> token.countWrongCode(NOW)));

        assertThat(byId(guessed.id())).hasValueSatisfying(token -> {
            assertThat(token.isCodeLocked(NOW)).isTrue();
            assertThat(token.isCodeLocked(NOW.plus(Duration.ofMinutes(60)))).isFalse();
            assertThat(token.codeTries()).isEqualTo(20);
        });
        change(guessed, token -> token.rotate(NOW));
        assertThat(byId(guessed.id()))
                .hasValueSatisfying(token -> assertThat(token.isCodeLocked(NOW)).isFalse());
    }

    @Test
    void only_pending_tokens_before_their_expiry_count_as_live() {
        add(batch(organization, settings(Duration.ofMinutes(1)), 1), upTo(1));
        add(batch(organization, settings(Duration.ofMinutes(2)), 1), upTo(1));
        change(addOne(), token -> token.redeem(DeviceId.of(DEVICE), NOW));
        change(addOne(), token -> token.revoke(NOW));

        assertThat(liveAt(NOW)).isEqualTo(2);
        assertThat(liveAt(NOW.plusMillis(59_999))).isEqualTo(2);
        assertThat(liveAt(NOW.plusSeconds(60))).isEqualTo(1);
        assertThat(liveAt(NOW.plusSeconds(120))).isZero();
    }

    private int liveAt(Instant instant) {
        int live = in(tokens -> tokens.countLive(organization.id(), instant));
        assertThat(countLiveInTurn(organization, instant)).isEqualTo(live);
        return live;
    }

    private List<EnrollmentToken> ofBatch(Organization asking, EnrollmentBatch batch, List<Integer> indexes) {
        return in(tokens -> tokens.ofBatch(asking.id(), batch.id(), indexes));
    }

    private List<Integer> liveIndexes(Organization asking, EnrollmentBatch batch, Instant instant) {
        return in(tokens -> tokens.liveIndexes(asking.id(), batch.id(), instant));
    }

    private Optional<EnrollmentToken> byId(String id) {
        return in(tokens -> tokens.byId(id));
    }

    private Optional<EnrollmentToken> byIdForUpdate(String id) {
        return in(tokens -> tokens.byIdForUpdate(id));
    }

    private Optional<EnrollmentToken> ofOrganizationForUpdate(Organization asking, String id) {
        return in(tokens -> tokens.ofOrganizationForUpdate(asking.id(), id));
    }

    private int countLiveInTurn(Organization asking, Instant instant) {
        return in(tokens -> tokens.countLiveInTurn(asking.id(), instant));
    }

    private List<String> ids(long addressHash, Optional<String> organizationId) {
        return ids(in(tokens -> tokens.ofAddressForUpdate(addressHash, organizationId)));
    }

    private static List<String> ids(List<EnrollmentToken> tokens) {
        return tokens.stream().map(EnrollmentToken::id).toList();
    }

    private EnrollmentToken addFor(String address, Organization inviting) {
        var token = Examples.token(batch(inviting, settings(), 1), address);
        transactionally(() -> tokens().addAll(List.of(token)));
        return token;
    }

    private EnrollmentToken addOne() {
        return add(batch(organization, settings(), 1), upTo(1)).get(0);
    }

    private List<EnrollmentToken> add(EnrollmentBatch batch, List<Integer> indexes) {
        var added = Examples.tokens(batch, indexes);
        transactionally(() -> tokens().addAll(added));
        return added;
    }

    private void change(EnrollmentToken token, Consumer<EnrollmentToken> change) {
        transactionally(() -> change.accept(
                tokens().ofOrganizationForUpdate(organization.id(), token.id()).orElseThrow()));
    }

    private static List<Object> fields(EnrollmentToken token) {
        return List.of(
                token.id(),
                token.organizationId(),
                token.batchId(),
                token.batchIndex(),
                token.email(),
                token.addressHash(),
                token.codeTries(),
                token.mdmUserId(),
                token.language(),
                token.seed().keyId(),
                HexFormat.of().formatHex(token.seed().salt()),
                token.generation(),
                token.state(),
                token.winDeviceId(),
                token.createdAt(),
                token.updatedAt(),
                token.startsAt(),
                token.expireAt(),
                token.name(),
                token.ownSettings());
    }

    private <T> T in(Function<EnrollmentTokens, T> question) {
        var answer = new ArrayList<T>(1);
        transactionally(() -> answer.add(question.apply(tokens())));
        return answer.get(0);
    }
}
