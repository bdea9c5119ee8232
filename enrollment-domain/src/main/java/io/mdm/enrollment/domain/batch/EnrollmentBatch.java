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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One accepted request: who asked, when, the settings that its tokens share, and how many recipients there were. What
 * was asked for stays; the end of its tokens, a pause of its mail and the erasure of its personal settings come later.
 */
@Entity
@Table(name = "enrollment_batch", schema = "enrollment")
public class EnrollmentBatch {
    /** After that, scheduled mails do not leave by themselves: a restored backup may be their only reason. */
    private static final Duration MAX_DELAY = Duration.ofDays(1);

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

    /** When its tokens begin to work and its mails leave; null for at once. */
    @Column(name = "send_at")
    private @Nullable Instant sendAt;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "last_expire_at")
    private Instant lastExpireAt;

    /** When nothing of it was left to be mailed for the first time; null before, and for a request for one token. */
    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    private boolean bulk;

    private boolean paused;

    private int total;

    private int success;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected EnrollmentBatch() {}

    private EnrollmentBatch(
            Organization organization, WindowsEnterprise enterprise, IssueTokens command, Origin origin, Instant now) {
        this.id = ObjectId.next(now);
        this.organizationId = organization.id();
        this.winEnterpriseId = enterprise.id();
        this.createdAt = now;
        this.createdBy = command.requestedBy();
        this.settings = command.settings();
        this.language = organization.language();
        var later = command.sendAt().filter(time -> time.isAfter(now));
        this.sendAt = later.orElse(null);
        this.expireAt = later.orElse(now).plus(settings.duration());
        this.lastExpireAt = expireAt;
        this.bulk = origin == Origin.BULK_REQUEST;
        this.total = command.addresses().size();
    }

    /** Kind of the request. */
    public enum Origin {
        BULK_REQUEST,
        /** A request for one token: no list of bulks shows it. */
        SINGLE_REQUEST
    }

    /** Accepts a request of the organization; no recipient has been admitted yet. */
    public static EnrollmentBatch accept(
            Organization organization, WindowsEnterprise enterprise, IssueTokens command, Origin origin, Instant now) {
        return new EnrollmentBatch(organization, enterprise, command, origin, now);
    }

    /** Records how many recipients got a token. */
    public void conclude(int success) {
        this.success = success;
    }

    /** Records that it mails nobody. */
    public void complete() {
        completedAt = createdAt;
    }

    /** Its tokens end then, unless they end later already. */
    public void extend(Instant end) {
        expireAt = later(expireAt, end);
        extendOne(end);
    }

    /** One of its tokens ends then. */
    public void extendOne(Instant end) {
        lastExpireAt = later(lastExpireAt, end);
    }

    /**
     * Moves the time at which its tokens begin to work and its mails leave, and with it the end of the tokens.
     *
     * @return by how much the end moves
     */
    public Duration sendAt(Instant start) {
        var shift = Duration.between(startsAt(), start);
        sendAt = start;
        expireAt = expireAt.plus(shift);
        lastExpireAt = later(lastExpireAt, lastExpireAt.plus(shift));
        return shift;
    }

    /** Holds the invitations that have not been sent. */
    public void pause() {
        paused = true;
    }

    /** Goes on with the invitations that were held. */
    public void resume() {
        paused = false;
    }

    private static Instant later(Instant some, Instant other) {
        return some.isBefore(other) ? other : some;
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

    /** The first instant at which its tokens can no longer be redeemed, but for those that were extended one by one. */
    public Instant expireAt() {
        return expireAt;
    }

    /** The first instant at which none of its tokens can be redeemed any longer. */
    public Instant lastExpireAt() {
        return lastExpireAt;
    }

    /** When its mails leave, if that is later than its creation. */
    public Optional<Instant> sendAt() {
        return Optional.ofNullable(sendAt);
    }

    /** When its tokens begin to work. */
    public Instant startsAt() {
        return sendAt().orElse(createdAt);
    }

    /** Whether its mails are scheduled for a time that has not come. */
    public boolean isScheduled(Instant now) {
        return now.isBefore(startsAt());
    }

    /** Whether its mails should have left long ago; whether they have, it does not know. */
    public boolean isLongOverdue(Instant now) {
        return sendAt().filter(time -> time.plus(MAX_DELAY).isBefore(now)).isPresent();
    }

    /** Whether it was a bulk request; otherwise a request for one token. */
    public boolean isBulk() {
        return bulk;
    }

    /** Whether its invitations are held. */
    public boolean isPaused() {
        return paused;
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
