package io.mdm.enrollment.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.MdmDirectoryContract;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationalMdmDirectoryTest extends MdmDirectoryContract {
    private final EnrollmentDatabase database = Directories.withoutSchema();
    private final RelationalMdmDirectory directory = Directories.directory(database);

    @BeforeEach
    void relations_are_tables() {
        Directories.relations(database).createWhereAbsent();
    }

    @Override
    protected MdmDirectory directory() {
        return directory;
    }

    @Override
    protected void known(
            Organization organization, Set<String> policyIds, Set<Long> segmentIds, Map<String, MdmUser> users) {
        var id = organization.id();
        database.update(
                "insert into mdm.organization values (?, ?, ?, ?, ?, ?, ?)",
                id,
                organization.slug(),
                organization.name(),
                organization.language().tag(),
                organization.bulkEnrollment(),
                organization.tokenQuota().isEmpty()
                        ? null
                        : organization.tokenQuota().getAsInt(),
                organization.timeZone().getId());
        organization.windowsEnterprise().ifPresent(enterprise -> add(enterprise, id));
        policyIds.forEach(
                policy -> database.update("insert into mdm.windows_policy values (?, ?, 'Policy')", policy, id));
        segmentIds.forEach(segment -> database.update("insert into mdm.segment values (?, ?, 'Segment')", segment, id));
        users.forEach((address, user) -> database.update(
                "insert into mdm.mdm_user values (?, ?, ?, ?)",
                user.id(),
                id,
                address,
                Optional.ofNullable(user.language()).map(Language::tag).orElse(null)));
    }

    private void add(WindowsEnterprise enterprise, String organizationId) {
        database.update(
                "insert into mdm.windows_enterprise values (?, ?, ?, ?, ?, ?, ?, ?)",
                enterprise.id(),
                organizationId,
                enterprise.serverName(),
                enterprise.primaryColor(),
                enterprise.logoUrl(),
                enterprise.contactEmail(),
                enterprise.contactPhone(),
                enterprise.mailFrom());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "xx", "EN", "en-US"})
    void an_organization_speaks_english_unless_it_says_otherwise(String language) {
        var id = Examples.id();
        database.update("insert into mdm.organization values (?, ?, 'Acme', ?, true, null)", id, id, language);

        assertThat(directory.organization(id)).map(Organization::language).contains(Language.EN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Atlantis/Capital", "Romance Standard Time"})
    void an_organization_tells_the_time_in_utc_unless_it_names_a_zone_that_is_known(String zone) {
        var id = Examples.id();
        database.update("insert into mdm.organization values (?, ?, 'Acme', null, true, null, ?)", id, id, zone);

        assertThat(directory.organization(id)).map(Organization::timeZone).contains(ZoneOffset.UTC);
    }

    @Test
    void views_may_have_what_tables_would_refuse() {
        database.update("drop schema mdm cascade");
        database.update("create schema mdm");
        var ids = List.of(Examples.id(), Examples.id(), Examples.id());
        database.update("create view mdm.organization as select '" + ids.get(0) + "'::varchar(24) id, 'acme' slug,"
                + " 'Acme' as name, null::text as language, true bulk_enrollment, 5 token_quota");
        database.update("create view mdm.windows_enterprise as select '" + ids.get(1) + "' id, '" + ids.get(0)
                + "' organization_id, 'https://mdm.example' server_name, null::text primary_color,"
                + " null::text logo_url, null::text contact_email, null::text contact_phone union all select '"
                + ids.get(2) + "', '" + ids.get(0) + "', 'https://second.example', null, null, null, null");
        database.update("create view mdm.mdm_user as select i::text id, '" + ids.get(0)
                + "' organization_id, 'Ana@acme.example' email, null::text as language from generate_series(1, 2) i");

        assertThat(directory.organization("acme"))
                .get()
                .extracting(found -> found.windowsEnterprise().orElseThrow().id())
                .isEqualTo(ids.get(1));
        assertThat(directory.organization("acme"))
                .as("without the optional columns")
                .get()
                .satisfies(found -> assertThat(found.timeZone()).isEqualTo(ZoneOffset.UTC))
                .extracting(found -> found.windowsEnterprise().orElseThrow().mailFrom())
                .isNull();
        assertThat(directory.usersByAddress(ids.get(0), Set.of("ana@acme.example")))
                .containsOnlyKeys("ana@acme.example");
    }
}
