package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Organizations and users in relations of the schema {@code mdm}, which a host provides as views over its own tables.
 */
@Dependent
class RelationalMdmDirectory implements MdmDirectory {
    private final EnrollmentDatabase database;

    @Inject
    RelationalMdmDirectory(EnrollmentDatabase database) {
        this.database = database;
    }

    /**
     * What may be an id is never looked for as a slug: views may hold such slugs, and open somebody else's
     * organization.
     */
    @Override
    public Optional<Organization> organization(String idOrSlug) {
        return ObjectIdFormat.matches(idOrSlug)
                ? organizationBy("id", idOrSlug.toLowerCase(Locale.ROOT))
                : organizationBy("slug", idOrSlug);
    }

    /** As JSON: the views of a host may lack the optional columns. */
    private Optional<Organization> organizationBy(String column, String name) {
        return database.query("""
                        select o.id, o.slug, o.name, o.language, o.bulk_enrollment, o.token_quota,
                            e.id, e.server_name, e.primary_color, e.logo_url, e.contact_email, e.contact_phone,
                            to_jsonb(o) ->> 'time_zone', to_jsonb(e) ->> 'mail_from'
                        from mdm.organization o left join mdm.windows_enterprise e on e.organization_id = o.id
                        where o.%s = ?
                        order by e.id limit 1
                        """.formatted(column), RelationalMdmDirectory::organization, name).stream()
                .findFirst();
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(language(row.getString(4))).orElse(Language.EN),
                row.getBoolean(5),
                quota(row),
                enterprise(row),
                timeZone(row.getString(13)));
    }

    /** UTC where the name is not one of the IANA database. */
    private static ZoneId timeZone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static OptionalInt quota(ResultSet row) throws SQLException {
        int quota = row.getInt(6);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(quota);
    }

    private static Optional<WindowsEnterprise> enterprise(ResultSet row) throws SQLException {
        return row.getString(7) == null
                ? Optional.empty()
                : Optional.of(new WindowsEnterprise(
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(14)));
    }

    @Override
    public Map<String, String> policyNames(String organizationId, Set<String> policyIds) {
        if (policyIds.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        """
                        select id, coalesce(name, '') from mdm.windows_policy
                        where organization_id = ? and id = any (?)
                        """,
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        organizationId,
                        new EnrollmentDatabase.Array("text", policyIds.toArray()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    @Override
    public boolean hasSegment(String organizationId, long segmentId) {
        return hasSegments(organizationId, Set.of(segmentId));
    }

    @Override
    public boolean hasSegments(String organizationId, Set<Long> segmentIds) {
        return segmentIds.isEmpty()
                || database.query(
                                "select count(distinct id) from mdm.segment where organization_id = ? and id = any (?)",
                                row -> row.getInt(1) == segmentIds.size(),
                                organizationId,
                                new EnrollmentDatabase.Array("bigint", segmentIds.toArray()))
                        .get(0);
    }

    /** A join: with {@code = any}, a plan made for any array compares each user with each of 100 000 addresses. */
    @Override
    public Map<String, MdmUser> usersByAddress(String organizationId, Collection<String> addresses) {
        return database
                .query(
                        """
                        select id, lower(email), language from mdm.mdm_user
                        where organization_id = ? and lower(email) in (select unnest(?))
                        """,
                        row -> Map.entry(row.getString(2), new MdmUser(row.getString(1), language(row.getString(3)))),
                        organizationId,
                        new EnrollmentDatabase.Array("text", addresses.toArray()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    @Override
    public Optional<String> addressOf(String organizationId, String userId) {
        return database
                .query(
                        "select email from mdm.mdm_user where organization_id = ? and id = ? and email is not null limit 1",
                        row -> row.getString(1),
                        organizationId,
                        userId)
                .stream()
                .findFirst();
    }

    private static @Nullable Language language(@Nullable String tag) {
        return Optional.ofNullable(tag).flatMap(Language::of).orElse(null);
    }
}
