package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Inviter;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.ObjectId;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.credential.EnrollCode;
import io.mdm.enrollment.domain.credential.TokenCredential;
import io.mdm.enrollment.domain.recipient.Recipient;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * Right to enroll one device, held by one recipient until it is redeemed, revoked or expires.
 *
 * <p>Its credential is derived whenever it is needed, from a server key, the id, a random salt and the generation, and
 * is never stored: the rows alone open nothing, and neither does the key alone. Rotating the token moves it to the next
 * generation, which ends the credentials of all earlier ones.
 *
 * <p>What the tokens of one request share stands in their {@link EnrollmentBatch}.
 */
@Entity
@Table(name = "enrollment_token", schema = "enrollment")
public class EnrollmentToken {
    @Id
    private String id;

    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "batch_id")
    private String batchId;

    @Column(name = "batch_index")
    private int batchIndex;

    private @Nullable String email;

    private @Nullable String name;

    @Column(name = "address_hash")
    private @Nullable Long addressHash;

    @Column(name = "mdm_user_id")
    private @Nullable String mdmUserId;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Column(name = "key_id")
    private String keyId;

    private byte[] salt;

    private int generation;

    @Embedded
    private WrongCodes wrongCodes = new WrongCodes();

    @Enumerated(EnumType.STRING)
    private TokenState state;

    @Column(name = "win_device_id")
    private @Nullable String winDeviceId;

    /**
     * Null as long as the token's settings are its batch's; without the text of the mail, which is always the batch's.
     */
    @Column(name = "settings")
    private @Nullable EnrollmentSettings ownSettings;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** Null if it could be redeemed from the beginning. */
    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "expire_at")
    private Instant expireAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected EnrollmentToken() {}

    @SuppressWarnings("NullAway.Init")
    private EnrollmentToken(EnrollmentBatch batch, Invitee invitee, CredentialSeed seed) {
        this.id = ObjectId.next(batch.createdAt());
        this.organizationId = batch.organizationId();
        this.batchId = batch.id();
        this.batchIndex = invitee.index();
        this.email = invitee.recipient().address();
        this.addressHash = invitee.recipient().hash();
        this.keyId = seed.keyId();
        this.salt = seed.salt();
        this.state = TokenState.PENDING;
        this.createdAt = batch.createdAt();
        this.updatedAt = createdAt;
        this.startsAt = batch.sendAt().orElse(null);
        this.expireAt = batch.expireAt();
    }

    /**
     * Issues a token of this batch to an invited person.
     *
     * @param user the recipient in the directory; decides the language unless the batch's settings do
     * @param seed of the token's credentials
     */
    public static EnrollmentToken issue(
            EnrollmentBatch batch, Invitee invitee, Optional<MdmUser> user, CredentialSeed seed) {
        return issue(batch, invitee, user, seed, new OwnSettings(batch));
    }

    /** @param settings of the batch's tokens */
    public static EnrollmentToken issue(
            EnrollmentBatch batch, Invitee invitee, Optional<MdmUser> user, CredentialSeed seed, OwnSettings settings) {
        var token = new EnrollmentToken(batch, invitee, seed);
        token.mdmUserId = user.map(MdmUser::id).orElse(null);
        token.language = Optional.ofNullable(invitee.particulars().language()).orElseGet(() -> batch.languageFor(user));
        token.name = invitee.particulars().name();
        token.ownSettings =
                invitee.particulars().changes().flatMap(settings::with).orElse(null);
        return token;
    }

    /**
     * Redeems the token for a device. Repeating it with the same device changes nothing.
     *
     * @throws TokenNotUsable unless the token is pending, its time has come, and it has not expired
     */
    public void redeem(DeviceId device, Instant now) {
        if (state == TokenState.DONE && device.hex().equals(winDeviceId)) {
            return;
        }
        requireOpen(now);
        state = TokenState.DONE;
        winDeviceId = device.hex();
        updatedAt = now;
    }

    /**
     * Revokes the token. Repeating it changes nothing.
     *
     * @throws TokenNotUsable when a device was enrolled with it already
     */
    public void revoke(Instant now) {
        if (state == TokenState.DONE) {
            throw notUsable(Reason.USED);
        }
        if (state == TokenState.PENDING) {
            state = TokenState.DELETED;
            updatedAt = now;
        }
    }

    /**
     * Ends the credentials and codes that were made so far; the next ones are of a new generation.
     *
     * @throws TokenNotUsable unless the token is pending and has not expired
     */
    public void rotate(Instant now) {
        requireLive(now);
        generation++;
        wrongCodes = new WrongCodes();
        updatedAt = now;
    }

    /**
     * Gives the token settings of its own.
     *
     * @throws TokenNotUsable unless the token is pending and has not expired
     */
    public void change(EnrollmentSettings settings, Instant now) {
        requireLive(now);
        ownSettings = settings.withEmailText(null);
        updatedAt = now;
    }

    /**
     * Moves the end of the token, unless it ends later already. An expired token is live again.
     *
     * @throws TokenNotUsable unless the token is pending, or when it has expired and the person was erased
     */
    public void extend(Instant end, Instant now) {
        requireExtensible(now);
        if (expireAt.isBefore(end)) {
            expireAt = end;
            updatedAt = now;
        }
    }

    /** Moves the time from which the token can be redeemed, and its end by so much. */
    void start(Instant start, Duration shift, Instant now) {
        startsAt = start;
        expireAt = expireAt.plus(shift);
        updatedAt = now;
    }

    /** @throws TokenNotUsable with the reason, unless the token can be {@linkplain #extend extended} */
    void requireExtensible(Instant now) {
        unusable(now)
                .filter(reason -> reason != Reason.EXPIRED || email == null)
                .ifPresent(reason -> {
                    throw notUsable(reason);
                });
    }

    /** Revokes the token if it is live, and erases the personal data. Repeating it changes nothing. */
    public void erasePerson(Instant now) {
        if (isLive(now)) {
            revoke(now);
        }
        email = null;
        name = null;
        addressHash = null;
        mdmUserId = null;
        ownSettings = ownSettings == null ? null : ownSettings.impersonal();
    }

    /** @throws TokenNotUsable with the reason, unless it can be redeemed now: it is live, and its time has come */
    void requireOpen(Instant now) {
        requireLive(now);
        if (startsAt != null && now.isBefore(startsAt)) {
            throw notUsable(Reason.NOT_YET);
        }
    }

    /** @throws TokenNotUsable with the reason, unless the token is pending and has not expired */
    public void requireLive(Instant now) {
        unusable(now).ifPresent(reason -> {
            throw notUsable(reason);
        });
    }

    /**
     * Checks that a credential was made for this token and is its newest.
     *
     * @throws TokenNotUsable {@link Reason#UNKNOWN} when it was not, {@link Reason#REPLACED} when a newer one was made
     */
    public void requireOpenedBy(TokenCredential credential, CredentialFactory credentials) {
        if (!credentials.verifies(credential, keyId, salt)) {
            throw new TokenNotUsable(Reason.UNKNOWN);
        }
        if (credential.generation() != generation) {
            throw notUsable(Reason.REPLACED);
        }
    }

    /** Whether the code was made for this token, is its newest, and works now. The caller compares the address. */
    public boolean isOpenedBy(EnrollCode code, CredentialFactory credentials, Instant now) {
        // compared in any case, so that a locked code takes as long as another one
        boolean genuine = credentials.knows(keyId) && enrollCode(credentials).equals(code);
        return genuine && !wrongCodes.areTooMany(now);
    }

    /**
     * Counts a wrong code that was tried for the token's address, if the token is live and its code works.
     *
     * @return whether it was counted
     */
    public boolean countWrongCode(Instant now) {
        return isLive(now) && wrongCodes.count(now);
    }

    /** Whether the token is live, but not its code, because too many wrong ones were tried. */
    public boolean isCodeLocked(Instant now) {
        return isLive(now) && wrongCodes.areTooMany(now);
    }

    /** Whether this recipient was invited; false when the person was erased. */
    public boolean isFor(Recipient recipient) {
        return email().filter(invited -> Recipient.ofAdmitted(invited).key().equals(recipient.key()))
                .isPresent();
    }

    public boolean isLive(Instant now) {
        return unusable(now).isEmpty();
    }

    /** Whether it is pending, but too late to be redeemed. */
    public boolean hasExpired(Instant now) {
        return state == TokenState.PENDING && !now.isBefore(expireAt);
    }

    private Optional<Reason> unusable(Instant now) {
        return switch (state) {
            case DONE -> Optional.of(Reason.USED);
            case DELETED -> Optional.of(Reason.REVOKED);
            case PENDING -> now.isBefore(expireAt) ? Optional.empty() : Optional.of(Reason.EXPIRED);
        };
    }

    private TokenNotUsable notUsable(Reason reason) {
        return new TokenNotUsable(reason, new Inviter(organizationId, language), endedAt(reason));
    }

    /** Null for a replaced link, whose end is stored nowhere. */
    private @Nullable Instant endedAt(Reason reason) {
        return switch (reason) {
            case NOT_YET -> startsAt;
            case EXPIRED -> expireAt;
            case REVOKED, USED -> updatedAt;
            case REPLACED, UNKNOWN -> null;
        };
    }

    /** The bearer string of the current generation: a secret, the same at every call. */
    public TokenCredential credential(CredentialFactory credentials) {
        return credentials.issue(keyId, id, salt, generation);
    }

    /** The short code of the current generation: a secret, the same at every call. */
    public EnrollCode enrollCode(CredentialFactory credentials) {
        return credentials.code(keyId, id, salt, generation);
    }

    public String id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    public String batchId() {
        return batchId;
    }

    /** Position of the recipient in the request, from 0. */
    public int batchIndex() {
        return batchIndex;
    }

    /** The invited {@link Recipient#address}; empty when the person was erased. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Name of the invited person; empty if none was given, and when the person was erased. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** {@link Recipient#hash} of the invited address; empty when the person was erased. */
    public Optional<Long> addressHash() {
        return Optional.ofNullable(addressHash);
    }

    public Optional<String> mdmUserId() {
        return Optional.ofNullable(mdmUserId);
    }

    public Language language() {
        return language;
    }

    /** Settings of its own where it has any, else those of its batch; the text of the mail is always the batch's. */
    public EnrollmentSettings settings(EnrollmentBatch batch) {
        return ownSettings == null
                ? batch.settings()
                : ownSettings.withEmailText(batch.settings().emailText());
    }

    /** Settings of its own; empty as long as they are its batch's. */
    public Optional<EnrollmentSettings> ownSettings() {
        return Optional.ofNullable(ownSettings);
    }

    public CredentialSeed seed() {
        return new CredentialSeed(keyId, salt);
    }

    public int generation() {
        return generation;
    }

    /** How many wrong codes were counted in the current generation, from 0 to {@value WrongCodes#MAX}. */
    public int codeTries() {
        return wrongCodes.all();
    }

    public TokenState state() {
        return state;
    }

    /** The state as its organization sees it, where what has expired is not pending. */
    public IssuedToken.State stateAt(Instant now) {
        return switch (state) {
            case DONE -> IssuedToken.State.DONE;
            case DELETED -> IssuedToken.State.DELETED;
            case PENDING -> isLive(now) ? IssuedToken.State.PENDING : IssuedToken.State.EXPIRED;
        };
    }

    public Optional<String> winDeviceId() {
        return Optional.ofNullable(winDeviceId);
    }

    /** When a device was enrolled with it, which is its last change; empty before. */
    public Optional<Instant> enrolledAt() {
        return state == TokenState.DONE ? Optional.of(updatedAt) : Optional.empty();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The first instant at which the token can be redeemed, if that is later than its creation. */
    public Optional<Instant> startsAt() {
        return Optional.ofNullable(startsAt);
    }

    /** The first instant at which the token can no longer be redeemed. */
    public Instant expireAt() {
        return expireAt;
    }
}
