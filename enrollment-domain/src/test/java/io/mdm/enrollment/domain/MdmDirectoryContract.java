package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.token.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every directory does. */
public abstract class MdmDirectoryContract {
    private final Organization organization = Examples.organization(OptionalInt.of(3));
    private final Organization other = Examples.organization();

    protected abstract MdmDirectory directory();

    /**
     * Has the directory know an organization.
     *
     * @param users by their address, in any case
     */
    protected abstract void known(
            Organization organization, Set<String> policyIds, Set<Long> segmentIds, Map<String, MdmUser> users);

    private void known(Organization organization) {
        known(organization, Set.of(), Set.of(), Map.of());
    }

    @Test
    void an_organization_is_found_by_its_id_in_any_case_and_by_its_slug() {
        known(organization);

        assertThat(directory().organization(organization.id())).contains(organization);
        assertThat(directory().organization(organization.id().toUpperCase(Locale.ROOT)))
                .contains(organization);
        assertThat(directory().organization(organization.slug())).contains(organization);
    }

    @Test
    void no_other_text_finds_an_organization() {
        known(organization);

        assertThat(directory().organization(other.id())).isEmpty();
        assertThat(directory().organization(organization.slug().toUpperCase(Locale.ROOT)))
                .isEmpty();
        assertThat(directory().organization(organization.name())).isEmpty();
        assertThat(directory().organization("%")).isEmpty();
        assertThat(directory().organization("")).isEmpty();
    }

    @Test
    void a_slug_that_may_be_an_id_opens_nothing() {
        var nobody = Examples.id();
        var third = named(Examples.organization(), nobody.toUpperCase(Locale.ROOT));
        known(organization);
        known(named(other, organization.id()));
        known(third);

        assertThat(directory().organization(organization.id())).contains(organization);
        assertThat(directory().organization(nobody)).isEmpty();
        assertThat(directory().organization(third.slug())).isEmpty();
        assertThat(directory().organization(third.id())).contains(third);
    }

    @Test
    void what_is_not_known_of_an_organization_is_absent() {
        var bare = new Organization(
                Examples.id(),
                "bare-" + Examples.id(),
                "Bare",
                Language.RU,
                false,
                OptionalInt.empty(),
                Optional.empty());
        var enterprise = new WindowsEnterprise(Examples.id(), "https://mdm.example", null, null, null, null);
        var plain = new Organization(
                Examples.id(),
                "p-" + Examples.id(),
                "Plain",
                Language.EN,
                true,
                OptionalInt.of(0),
                Optional.of(enterprise));
        known(bare);
        known(plain);

        assertThat(directory().organization(bare.id())).contains(bare);
        assertThat(directory().organization(plain.id())).contains(plain);
    }

    @Test
    void an_organization_may_have_a_time_zone_and_a_sender_of_its_own() {
        var enterprise = new WindowsEnterprise(
                Examples.id(), "https://mdm.example", null, null, null, null, "Acme IT <it@acme.example>");
        var full = new Organization(
                Examples.id(),
                "full-" + Examples.id(),
                "Full",
                Language.ES,
                true,
                OptionalInt.empty(),
                Optional.of(enterprise),
                ZoneId.of("Europe/Madrid"));
        known(full);

        assertThat(directory().organization(full.id())).contains(full);
    }

    @Test
    void policies_are_known_only_if_all_of_them_are() {
        var one = Examples.id();
        var two = Examples.id();
        var foreign = Examples.id();
        known(organization, Set.of(one, two), Set.of(), Map.of());
        known(other, Set.of(foreign), Set.of(), Map.of());

        assertThat(directory().hasPolicies(organization.id(), Set.of(one, two))).isTrue();
        assertThat(directory().hasPolicies(organization.id(), Set.of(two))).isTrue();
        assertThat(directory().hasPolicies(organization.id(), Set.of())).isTrue();
        assertThat(directory().hasPolicies(organization.id(), Set.of(one, Examples.id())))
                .isFalse();
        assertThat(directory().hasPolicies(organization.id(), Set.of(one, foreign)))
                .isFalse();
        assertThat(directory().hasPolicies(other.id(), Set.of(one))).isFalse();
    }

    @Test
    void policies_have_names_in_their_organization_only() {
        var one = Examples.id();
        known(organization, Set.of(one), Set.of(), Map.of());
        known(other);

        assertThat(directory().policyNames(organization.id(), Set.of(one, Examples.id())))
                .isEqualTo(Map.of(one, "Policy"));
        assertThat(directory().policyNames(organization.id(), Set.of())).isEmpty();
        assertThat(directory().policyNames(other.id(), Set.of(one))).isEmpty();
    }

    @Test
    void a_user_of_the_organization_has_an_address() {
        var ana = new MdmUser(Examples.id(), null);
        known(organization, Set.of(), Set.of(), Map.of("ana@acme.example", ana));
        known(other);

        assertThat(directory().addressOf(organization.id(), ana.id())).contains("ana@acme.example");
        assertThat(directory().addressOf(organization.id(), Examples.id())).isEmpty();
        assertThat(directory().addressOf(other.id(), ana.id())).isEmpty();
    }

    @Test
    void segments_are_known_to_their_organization() {
        known(organization, Set.of(), Set.of(1L, -9_007_199_254_740_991L), Map.of());
        known(other, Set.of(), Set.of(2L), Map.of());

        assertThat(directory().hasSegment(organization.id(), 1)).isTrue();
        assertThat(directory().hasSegment(organization.id(), -9_007_199_254_740_991L))
                .isTrue();
        assertThat(directory().hasSegment(organization.id(), 2)).isFalse();
        assertThat(directory().hasSegment(other.id(), 1)).isFalse();
    }

    @Test
    void users_are_found_whatever_the_case_of_their_address() {
        var ana = new MdmUser(Examples.id(), Language.ES);
        var zoe = new MdmUser(Examples.id(), null);
        known(organization, Set.of(), Set.of(), Map.of("Ana@Acme.Example", ana, "zoë@acme.example", zoe));
        known(other, Set.of(), Set.of(), Map.of("eve@acme.example", new MdmUser(Examples.id(), null)));
        var asked = List.of("ana@acme.example", "zoë@acme.example", "eve@acme.example", "nobody@acme.example");

        assertThat(directory().usersByAddress(organization.id(), asked))
                .isEqualTo(Map.of("ana@acme.example", ana, "zoë@acme.example", zoe));
        assertThat(directory().usersByAddress(organization.id(), List.of())).isEmpty();
        assertThat(directory().usersByAddress(Examples.id(), asked)).isEmpty();
    }

    private static Organization named(Organization organization, String slug) {
        return new Organization(
                organization.id(),
                slug,
                organization.name(),
                organization.language(),
                organization.bulkEnrollment(),
                organization.tokenQuota(),
                organization.windowsEnterprise());
    }
}
