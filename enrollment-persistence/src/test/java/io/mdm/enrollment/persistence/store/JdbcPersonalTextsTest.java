package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.api.report.RecipientOutcome.DUPLICATE;
import static io.mdm.enrollment.api.report.RecipientOutcome.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.PromisedMailing;
import io.mdm.enrollment.domain.recipient.AddressPattern;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.retention.PersonalTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcPersonalTextsTest {
    private static final Recipient ANA =
            Recipient.of("ana@b\u00fccher.example", LocalPart.ASCII).orElseThrow();
    private static final Optional<AddressPattern> PATTERN = Optional.of(AddressPattern.of(ANA));

    private final Stores stores = Stores.shared();
    private final PersonalTexts texts = stores.personalTexts();
    private final Organization organization = Examples.organization();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana@b\u00fccher.example",
                "Ana <ANA@B\u00dcCHER.EXAMPLE>",
                "ana@xn--bcher-kva.example, bob@acme.example",
                "a\u00adna@b\u00fccher.example",
                "mailto:ana@b\u00fccher.example",
                "'ana@b\u00fccher.example'",
                "_ana@b\u00fccher.example_.",
                "\u201cana@b\u00fccher.example\u201d"
            })
    void rejected_texts_are_erased_where_the_address_stands_in_them(String text) {
        var batch = rejecting(organization, text, "nobody");
        var elsewhere = rejecting(Examples.organization(), text);

        assertThat(texts.eraseRejected(organization.id(), ANA.hash(), PATTERN)).isEqualTo(1);

        assertThat(rejected(batch)).containsExactly(null, "nobody");
        assertThat(rejected(elsewhere)).containsExactly(text);
        assertThat(texts.eraseRejected(organization.id(), ANA.hash(), PATTERN)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joana@b\u00fccher.example",
                "jo.ana@b\u00fccher.example",
                "o'ana@b\u00fccher.example",
                "jo-ana@b\u00fccher.example",
                "ana@b\u00fccher.example.org",
                "ana@b\u00fccher.examples",
                "ana@b\u00fccher-example",
                "ana@bucher.example"
            })
    void rejected_texts_of_others_stay(String text) {
        var batch = rejecting(organization, text);

        assertThat(texts.eraseRejected(organization.id(), ANA.hash(), PATTERN)).isZero();
        assertThat(rejected(batch)).containsExactly(text);
    }

    @Test
    void a_text_that_is_no_address_is_erased_where_exactly_it_was_rejected() {
        var batch = rejecting(organization, "Ana", "Ana ana", "ana");

        assertThat(texts.eraseRejected(organization.id(), Recipient.hashOf("ANA"), Optional.empty()))
                .isEqualTo(2);
        assertThat(rejected(batch)).containsExactly(null, "Ana ana", null);
    }

    @Test
    void settings_are_erased_where_the_address_stands_in_them() {
        var plain = Examples.fullSettings();
        var named = with(
                plain,
                "Laptop of ANA@b\u00fccher.example",
                List.of("a", "owner:ana@b\u00fccher.example", "", "z"),
                "x");
        var told =
                with(plain, "Laptop", List.of("joana@b\u00fccher.example"), "Ask\nAna@xn--bcher-kva.example.\n\"Bye\"");
        var others = with(plain, "joana@b\u00fccher.example", List.of("@"), "ana@b\u00fccher.example.org");
        var batches = Stream.of(named, told, others, plain).map(this::batch).toList();
        var foreign = batch(Examples.organization(), named);

        texts.eraseSettings(organization.id(), PATTERN.orElseThrow());

        assertThat(batches)
                .extracting(this::settings)
                .containsExactly(
                        with(plain, null, List.of("a", "", "z"), "x"),
                        with(plain, "Laptop", List.of("joana@b\u00fccher.example"), null),
                        others,
                        plain);
        assertThat(settings(foreign)).isEqualTo(named);
    }

    @Test
    void so_are_those_of_single_tokens() {
        var batch = batch(Examples.settings());
        var token = Examples.tokens(batch, List.of(0)).get(0);
        token.change(with(Examples.fullSettings(), null, List.of("ana@b\u00fccher.example"), null), Examples.NOW);
        stores.transactionally(() -> stores.tokens().addAll(List.of(token)));

        texts.eraseSettings(organization.id(), PATTERN.orElseThrow());

        stores.transactionally(
                () -> assertThat(stores.tokens().byId(token.id()).orElseThrow().settings(batch))
                        .isEqualTo(with(Examples.fullSettings(), null, List.of(), null)));
    }

    @Test
    void so_are_the_texts_of_mailings_and_all_of_a_bulk_for_one_person() {
        var batch = batch(Examples.settings());
        var foreign = batch(Examples.organization(), Examples.settings());
        var about = Optional.of("Ask ANA@b\u00fccher.example.");
        var other = Optional.of("Ask joana@b\u00fccher.example.");
        stores.transactionally(() -> {
            stores.mailings().add(batch, PromisedMailing.resend(1, about, Examples.NOW), 1);
            stores.mailings().add(batch, PromisedMailing.resend(2, other, Examples.NOW), 1);
            stores.mailings().add(foreign, PromisedMailing.resend(1, about, Examples.NOW), 1);
        });

        texts.eraseSettings(organization.id(), PATTERN.orElseThrow());

        assertThat(note(batch, 1)).isEmpty();
        assertThat(note(batch, 2)).isEqualTo(other);
        assertThat(note(foreign, 1)).isEqualTo(about);
        texts.eraseNotes(batch);
        assertThat(note(batch, 2)).isEmpty();
    }

    private Optional<String> note(EnrollmentBatch batch, int mailing) {
        return stores.mailings()
                .find(batch.organizationId(), batch.id(), mailing)
                .orElseThrow()
                .note();
    }

    private static EnrollmentSettings with(
            EnrollmentSettings settings, @Nullable String displayName, List<String> tags, @Nullable String emailText) {
        return new EnrollmentSettings(
                settings.sendEmail(),
                displayName,
                tags,
                settings.duration(),
                settings.language(),
                emailText,
                settings.winPolicyId(),
                settings.winPolicyAssignments(),
                settings.segmentId());
    }

    private EnrollmentBatch batch(EnrollmentSettings settings) {
        return batch(organization, settings);
    }

    private EnrollmentBatch batch(Organization of, EnrollmentSettings settings) {
        var batch = Examples.batch(of, settings, 1);
        stores.transactionally(() -> stores.batches().add(batch, List.of()));
        return batch;
    }

    private EnrollmentBatch rejecting(Organization of, String... rejected) {
        var batch = Examples.batch(of, Examples.settings(), rejected.length);
        var rejections = new ArrayList<Rejection>();
        for (var text : rejected) {
            rejections.add(new Rejection(rejections.size(), text, rejections.isEmpty() ? INVALID : DUPLICATE));
        }
        stores.transactionally(() -> stores.batches().add(batch, rejections));
        return batch;
    }

    private List<@Nullable String> rejected(EnrollmentBatch batch) {
        return stores.database()
                .query(
                        "select email from enrollment.enrollment_rejection where batch_id = ? order by batch_index",
                        row -> row.getString(1),
                        batch.id());
    }

    private EnrollmentSettings settings(EnrollmentBatch batch) {
        var found = new ArrayList<EnrollmentSettings>();
        stores.transactionally(() -> found.add(stores.batches()
                .find(batch.organizationId(), batch.id())
                .orElseThrow()
                .settings()));
        return found.get(0);
    }
}
