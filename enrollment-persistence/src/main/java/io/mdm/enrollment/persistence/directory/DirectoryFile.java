package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.api.spi.OrganizationNameFormat;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Directory as a JSON file, for running without a host: its content is added to the tables or updated, nothing is
 * deleted.
 */
@Dependent
class DirectoryFile {
    private final EnrollmentDatabase database;

    @Inject
    DirectoryFile(EnrollmentDatabase database) {
        this.database = database;
    }

    /** @throws IllegalStateException when the file cannot be read or stored, or is not of the documented shape */
    void load(Path file) {
        try (var reader = Json.createReader(Files.newInputStream(file))) {
            var directory = reader.readObject();
            objects(directory, "organizations").forEach(this::addOrganization);
            objects(directory, "webhooks").forEach(webhook -> addWebhook(null, webhook));
        } catch (JsonException | ClassCastException | ArithmeticException broken) {
            throw new IllegalStateException("the directory file " + file + " is not of the documented shape", broken);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the directory file " + file + " cannot be read", unreadable);
        } catch (SqlFailure refused) {
            throw new IllegalStateException("the directory file " + file + " cannot be stored", refused);
        }
    }

    private void addOrganization(JsonObject organization) {
        var id = id(organization);
        var plan = isAbsent(organization, "plan") ? JsonValue.EMPTY_JSON_OBJECT : organization.getJsonObject("plan");
        merge(
                "organization (id, slug, name, language, bulk_enrollment, token_quota)",
                id,
                slug(organization),
                required(organization, "name"),
                text(organization, "language"),
                plan.getBoolean("bulkEnrollment", false),
                isAbsent(plan, "tokenQuota")
                        ? null
                        : plan.getJsonNumber("tokenQuota").intValueExact());
        setIfGiven("organization", id, "time_zone", text(organization, "timeZone"));
        if (!isAbsent(organization, "windowsEnterprise")) {
            addEnterprise(id, organization.getJsonObject("windowsEnterprise"));
        }
        objects(organization, "windowsPolicies")
                .forEach(policy ->
                        merge("windows_policy (id, organization_id, name)", id(policy), id, required(policy, "name")));
        objects(organization, "segments").forEach(segment -> addSegment(id, segment));
        objects(organization, "users")
                .forEach(user -> merge(
                        "mdm_user (id, organization_id, email, language)",
                        id(user),
                        id,
                        required(user, "email"),
                        text(user, "language")));
        objects(organization, "webhooks").forEach(webhook -> addWebhook(id, webhook));
    }

    /** @param organizationId null for the events of all organizations */
    private void addWebhook(@Nullable String organizationId, JsonObject webhook) {
        requirePresent(webhook, "events");
        var events = webhook.getJsonArray("events").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(" "));
        merge(
                "webhook (id, organization_id, url, secret, events)",
                id(webhook),
                organizationId,
                required(webhook, "url"),
                required(webhook, "secret"),
                events);
    }

    private void addEnterprise(String organizationId, JsonObject enterprise) {
        var id = id(enterprise);
        merge(
                "windows_enterprise (id, organization_id, server_name, primary_color, logo_url, contact_email, contact_phone)",
                id,
                organizationId,
                required(enterprise, "serverName"),
                text(enterprise, "primaryColor"),
                text(enterprise, "logoUrl"),
                text(enterprise, "contactEmail"),
                text(enterprise, "contactPhone"));
        setIfGiven("windows_enterprise", id, "mail_from", text(enterprise, "mailFrom"));
    }

    /** A column that a table of another origin may lack. */
    private void setIfGiven(String relation, String id, String column, @Nullable String value) {
        if (value != null) {
            database.update("update mdm.%s set %s = ? where id = ?".formatted(relation, column), value, id);
        }
    }

    private void addSegment(String organizationId, JsonObject segment) {
        requirePresent(segment, "id");
        database.update("""
                insert into mdm.segment (organization_id, id, name) values (?, ?, ?)
                on conflict (organization_id, id) do update set name = excluded.name
                """, organizationId, segment.getJsonNumber("id").longValueExact(), required(segment, "name"));
    }

    /** @param into a relation and its columns, the id first */
    private void merge(String into, @Nullable Object... values) {
        var columns = into.substring(into.indexOf('(') + 1, into.indexOf(')')).split(", ");
        var changes = List.of(columns).stream().skip(1).map(column -> column + " = excluded." + column);
        database.update(
                "insert into mdm." + into + " values (" + "?, ".repeat(columns.length - 1)
                        + "?) on conflict (id) do update set " + String.join(", ", changes.toList()),
                values);
    }

    private static List<JsonObject> objects(JsonObject parent, String key) {
        return isAbsent(parent, key) ? List.of() : parent.getJsonArray(key).getValuesAs(JsonObject.class);
    }

    private static String id(JsonObject object) {
        return required(object, "id").toLowerCase(Locale.ROOT);
    }

    private static String slug(JsonObject organization) {
        var slug = required(organization, "slug");
        if (!OrganizationNameFormat.isSlug(slug)) {
            throw new JsonException("a slug in it is not of 3 to 64 letters, digits and hyphens, or may be an id");
        }
        return slug;
    }

    private static String required(JsonObject object, String key) {
        requirePresent(object, key);
        return object.getString(key);
    }

    private static void requirePresent(JsonObject object, String key) {
        if (isAbsent(object, key)) {
            throw new JsonException("something in it has no " + key);
        }
    }

    private static @Nullable String text(JsonObject object, String key) {
        return isAbsent(object, key) ? null : object.getString(key);
    }

    private static boolean isAbsent(JsonObject object, String key) {
        return !object.containsKey(key) || object.isNull(key);
    }
}
