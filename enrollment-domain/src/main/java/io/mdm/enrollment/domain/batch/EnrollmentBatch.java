package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.domain.ObjectId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted request: who asked, when, the settings that its tokens share, and how many recipients there were. Once
 * stored, it changes only when its personal settings are erased.
 */
@Entity
@Table(name = "enrollment_batch", schema = "enrollment")
public class EnrollmentBatch {
    @Id
    private String id;

    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "win_enterprise_id")
    private String winEnterpriseId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    private EnrollmentSettings settings;

    /** Language of the organization when the request was accepted. */
    @Enumerated(EnumType.STRING)
    private Language language;

    @Column(name = "expire_at")
    private Instant expireAt;

    private int total;

    private int success;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected EnrollmentBatch() {}

    private EnrollmentBatch(Organization organization, WindowsEnterprise enterprise, IssueTokens command, Instant now) {
        this.id = ObjectId.next(now);
        this.organizationId = organization.id();
        this.winEnterpriseId = enterprise.id();
        this.createdAt = now;
        this.createdBy = command.requestedBy();
        this.settings = command.settings();
        this.language = organization.language();
        this.expireAt = createdAt.plus(settings.duration());
        this.total = command.addresses().size();
    }

    /** Accepts a request of the organization; no recipient has been admitted yet. */
    public static EnrollmentBatch accept(
            Organization organization, WindowsEnterprise enterprise, IssueTokens command, Instant now) {
        return new EnrollmentBatch(organization, enterprise, command, now);
    }

    /** Records how many recipients got a token. */
    public void conclude(int success) {
        this.success = success;
    }

    /** Erases the personal settings. */
    public void erasePersonalSettings() {
        settings = settings.impersonal();
    }

    /** The language of an invitation: the one asked for, else the recipient's own, else the organization's. */
    public Language languageFor(Optional<MdmUser> user) {
        return Optional.ofNullable(settings.language())
                .or(() -> user.flatMap(known -> Optional.ofNullable(known.language())))
                .orElse(language);
    }

    /** The first instant at which the batch's tokens can no longer be redeemed. */
    public Instant expireAt() {
        return expireAt;
    }

    public String id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    public String winEnterpriseId() {
        return winEnterpriseId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The subject of the caller who asked. */
    public String createdBy() {
        return createdBy;
    }

    public EnrollmentSettings settings() {
        return settings;
    }

    /** How many addresses the request held. */
    public int total() {
        return total;
    }

    /** How many of them got a token. */
    public int success() {
        return success;
    }
}
