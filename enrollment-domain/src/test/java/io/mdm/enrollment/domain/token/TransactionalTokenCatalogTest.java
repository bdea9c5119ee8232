package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.domain.Chunked;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransactionalTokenCatalogTest {
    private static final int TOKENS = 3 * Chunked.SIZE + 1;

    private final Organization organization = Examples.organization();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final List<Integer> reads = new ArrayList<>();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens() {
        @Override
        public List<EnrollmentToken> ofOrganization(String organizationId, Collection<String> tokenIds) {
            reads.add(tokenIds.size());
            return super.ofOrganization(organizationId, tokenIds);
        }
    };
    private final List<String> page = new ArrayList<>();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final TransactionalTokenCatalog catalog = new TransactionalTokenCatalog(
            (query, now) -> new TokenRows.Found(List.copyOf(page), 99_999),
            new TokenReader(
                    tokens,
                    new TokenDescriptions(
                            batches,
                            new InMemoryTokenMails(batches, invitations),
                            new InMemoryMdmDirectory(),
                            Examples.links(),
                            clock)),
            clock);

    @Test
    void a_page_is_read_in_parts_and_keeps_the_order_of_the_list() {
        issue();
        Collections.shuffle(page);

        var found = catalog.tokens(query());

        assertThat(reads).containsExactly(Chunked.SIZE);
        assertThat(found.total()).isEqualTo(99_999);
        assertThat(found.tokens()).extracting(IssuedToken::id).containsExactlyElementsOf(page);
        assertThat(reads).allMatch(size -> size <= Chunked.SIZE);
    }

    @Test
    void a_token_that_was_removed_meanwhile_is_left_out() {
        issue();
        page.add(1, Examples.id());

        assertThat(catalog.tokens(query()).tokens()).hasSize(TOKENS);
    }

    @Test
    void a_token_of_another_organization_is_not_found() {
        issue();

        assertThat(catalog.token(organization.id(), page.get(0), LinkVisibility.WITHHELD)
                        .id())
                .isEqualTo(page.get(0));
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> catalog.token(Examples.id(), page.get(0), LinkVisibility.WITHHELD))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void a_token_names_its_bulk_its_mail_and_the_time_of_its_enrollment() {
        var batch = Examples.batch(organization, Examples.settings(), 2);
        batches.add(batch, List.of());
        var issued = Examples.tokens(batch, Examples.upTo(2));
        tokens.addAll(issued);
        invitations.addAll(batch, List.of(0));
        issued.get(0).redeem(DeviceId.of(Examples.id()), NOW.plusSeconds(3));

        var enrolled = catalog.token(organization.id(), issued.get(0).id(), LinkVisibility.WITHHELD);
        var pending = catalog.token(organization.id(), issued.get(1).id(), LinkVisibility.WITHHELD);

        assertThat(enrolled.bulkId()).isEqualTo(batch.id());
        assertThat(enrolled.enrolledAt()).isEqualTo(NOW.plusSeconds(3));
        assertThat(enrolled.mail()).isEqualTo(new Mail(MailState.QUEUED, 0, null, NOW, null, NOW));
        assertThat(pending.enrolledAt()).isNull();
        assertThat(pending.mail()).isEqualTo(Mail.NOT_REQUESTED);
    }

    @Test
    void a_token_of_a_request_for_one_has_no_bulk() {
        var batch = Examples.single(organization, Examples.settings());
        batches.add(batch, List.of());
        var issued = Examples.tokens(batch, List.of(0));
        tokens.addAll(issued);

        assertThat(catalog.token(organization.id(), issued.get(0).id(), LinkVisibility.WITHHELD)
                        .bulkId())
                .isNull();
    }

    private void issue() {
        var batch = Examples.batch(organization, Examples.settings(), TOKENS);
        batches.add(batch, List.of());
        var issued = Examples.tokens(batch, Examples.upTo(TOKENS));
        tokens.addAll(issued);
        issued.forEach(token -> page.add(token.id()));
    }

    private TokenQuery query() {
        return new TokenQuery(
                organization.id(),
                1,
                TOKENS,
                TokenQuery.Sort.CREATED_AT,
                TokenQuery.Direction.ASC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                LinkVisibility.WITHHELD);
    }
}
