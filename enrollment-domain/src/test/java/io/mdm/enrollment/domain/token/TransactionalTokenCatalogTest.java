package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.domain.Chunked;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
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
                    tokens, new TokenDescriptions(batches, new InMemoryMdmDirectory(), Examples.links(), clock)),
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
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                LinkVisibility.WITHHELD);
    }
}
