package io.mdm.enrollment.support;

/** The host's side of the relations in the schema {@code mdm}: the module only reads what is added here. */
public record HostDirectory(Database database) {

    /** Adds an organization and its Windows enterprise. */
    public Tenant add(Tenant tenant) {
        addWithoutWindows(tenant);
        database.update(
                "insert into mdm.windows_enterprise (id, organization_id, server_name, contact_email) values (?, ?, ?, ?)",
                Tenant.newId(),
                tenant.id(),
                "https://mdm." + tenant.slug() + ".example/EnrollmentServer/Discovery.svc",
                tenant.address("support"));
        return tenant;
    }

    /** Adds an organization that manages no Windows devices. */
    public Tenant addWithoutWindows(Tenant tenant) {
        database.update(
                "insert into mdm.organization (id, slug, name, language, bulk_enrollment, token_quota) values (?, ?, ?, ?, ?, ?)",
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.language(),
                tenant.bulkEnrollment(),
                tenant.quota());
        return tenant;
    }

    /** Returns the id of a new policy. */
    public String addPolicy(Tenant tenant) {
        String id = Tenant.newId();
        database.update(
                "insert into mdm.windows_policy (id, organization_id, name) values (?, ?, 'A policy')",
                id,
                tenant.id());
        return id;
    }

    /** Returns the id of a new webhook for all types of events. */
    public String addWebhook(Tenant tenant, WebhookInbox inbox) {
        return addWebhook(tenant, inbox.url(), WebhookInbox.SECRET);
    }

    /** Returns the id of a new webhook for all types of events. */
    public String addWebhook(Tenant tenant, String url, String secret) {
        String id = Tenant.newId();
        database.update(
                "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, ?, ?, ?, '*')",
                id,
                tenant.id(),
                url,
                secret);
        return id;
    }

    public void addSegment(Tenant tenant, long id) {
        database.update(
                "insert into mdm.segment (id, organization_id, name) values (?, ?, 'A segment')", id, tenant.id());
    }

    /** Returns the id of a new user. */
    public String addUser(Tenant tenant, String email, String language) {
        String id = Tenant.newId();
        database.update(
                "insert into mdm.mdm_user (id, organization_id, email, language) values (?, ?, ?, ?)",
                id,
                tenant.id(),
                email,
                language);
        return id;
    }
}
