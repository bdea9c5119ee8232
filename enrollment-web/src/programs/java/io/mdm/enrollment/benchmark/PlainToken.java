package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mdm.enrollment.support.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A token as an ordinary JPA design has it; only the database reads its fields. */
@Entity
@SuppressWarnings("UnusedVariable")
@Table(name = "plain_token")
public class PlainToken {
    @Id
    private String id;

    @Column(name = "organization_id")
    private String organizationId;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "token_hash", unique = true)
    private byte[] tokenHash;

    private String status;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expire_at")
    private OffsetDateTime expireAt;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected PlainToken() {}

    PlainToken(Tenant tenant, String email) throws NoSuchAlgorithmException {
        id = UUID.randomUUID().toString();
        organizationId = tenant.id();
        this.email = email;
        displayName = "Laptops for the Madrid office";
        tokenHash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(US_ASCII));
        status = "PENDING";
        createdAt = OffsetDateTime.now(ZoneOffset.UTC);
        expireAt = createdAt.plusDays(1);
    }

    String email() {
        return email;
    }
}
