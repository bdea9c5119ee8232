package io.mdm.enrollment.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization as the rest of the MDM server knows it.
 *
 * @param id 24 hexadecimal digits, its own; so are the slug and the enterprise's id
 * @param language of two letters
 * @param quota of live tokens, null for none
 */
public record Tenant(
        String id,
        String slug,
        String name,
        String language,
        boolean bulkEnrollment,
        @Nullable Integer quota) {

    /** A new one, which may do everything. */
    public static Tenant any() {
        String id = newId();
        return new Tenant(id, "tenant-" + id, "Tenant " + id, "en", true, null);
    }

    public Tenant named(String newName) {
        return new Tenant(id, slug, newName, language, bulkEnrollment, quota);
    }

    public Tenant speaking(String newLanguage) {
        return new Tenant(id, slug, name, newLanguage, bulkEnrollment, quota);
    }

    public Tenant withoutBulkEnrollment() {
        return new Tenant(id, slug, name, language, false, quota);
    }

    public Tenant withQuota(int tokens) {
        return new Tenant(id, slug, name, language, bulkEnrollment, tokens);
    }

    /** An address that no other tenant's recipients have. */
    public String address(String localPart) {
        return localPart + "@" + slug + ".example";
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
