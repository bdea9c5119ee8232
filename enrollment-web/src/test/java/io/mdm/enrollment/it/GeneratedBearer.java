package io.mdm.enrollment.it;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.SigningKeys;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;

/** Who may stand behind a generated request, and what they show. */
enum GeneratedBearer {
    ADMINISTRATOR,
    CREATOR,
    READER,
    VISITOR,
    STRANGER,
    WITHOUT_SCOPE,
    EXPIRED,
    EARLY,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    OTHER_KEY,
    UNSIGNED,
    FORGED,
    WITHOUT_SUBJECT,
    WRONG_TYPES,
    GARBAGE,
    TWO_PARTS,
    BASIC,
    EMPTY;

    /** The value of the header {@code Authorization}. */
    String authorization(SigningKeys keys) {
        var good = DevelopmentJwt.of("generated@acme.example", Instant.now())
                .validFor(Duration.ofHours(1))
                .everyPermission()
                .organizations("*");
        return switch (this) {
            case ADMINISTRATOR -> bearer(good, keys);
            case CREATOR -> bearer(good.permissions(Permission.CREATE), keys);
            case READER -> bearer(good.permissions(Permission.LIST), keys);
            case VISITOR -> bearer(good.permissions(), keys);
            case STRANGER -> bearer(good.organizations("tiny"), keys);
            case WITHOUT_SCOPE -> bearer(good.without("organizations"), keys);
            case EXPIRED -> bearer(good.validFor(Duration.ofHours(-1)), keys);
            case EARLY -> bearer(good.notBefore(Instant.now().plusSeconds(3600)), keys);
            case OTHER_ISSUER -> bearer(good.with("iss", Json.createValue("https://other.example")), keys);
            case OTHER_AUDIENCE -> bearer(good.with("aud", Json.createValue("other")), keys);
            case OTHER_KEY -> bearer(good, SigningKeys.generate());
            case UNSIGNED -> "Bearer " + good.unsigned();
            case FORGED -> "Bearer " + good.forgedFrom(keys);
            case WITHOUT_SUBJECT -> bearer(good.without("sub"), keys);
            case WRONG_TYPES ->
                bearer(good.with("groups", Json.createValue(7)).with("nbf", Json.createValue("x")), keys);
            case GARBAGE -> "Bearer ~~.{}.%00";
            case TWO_PARTS -> "Bearer e30.e30";
            case BASIC -> "Basic YWRtaW46YWRtaW4=";
            case EMPTY -> "Bearer ";
        };
    }

    private static String bearer(DevelopmentJwt jwt, SigningKeys keys) {
        return "Bearer " + jwt.signedBy(keys);
    }
}
