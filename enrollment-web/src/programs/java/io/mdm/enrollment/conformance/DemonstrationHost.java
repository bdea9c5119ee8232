package io.mdm.enrollment.conformance;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.SigningKeys;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the kit has to know of a server with the demonstration directory, {@code directory.json}. */
public final class DemonstrationHost {
    private static final String ACME = "acme";

    private DemonstrationHost() {}

    /** @param keys those that the server trusts */
    static Map<Given, String> given(SigningKeys keys) {
        var bearer =
                DevelopmentJwt.of("conformance@acme.example", Instant.now()).validFor(Duration.ofHours(1));
        var all = bearer.everyPermission().organizations("*");
        var hour = Instant.now().plus(Duration.ofHours(1));
        return Map.ofEntries(
                Map.entry(Given.JWT, all.signedBy(keys)),
                Map.entry(Given.ORGANIZATION, ACME),
                Map.entry(Given.POLICY, "698efa6ed851667d9c0aec8a"),
                Map.entry(Given.SEGMENT, "1"),
                Map.entry(Given.VISITOR, all.permissions().signedBy(keys)),
                Map.entry(Given.VIEWER, all.permissions(Permission.LIST).signedBy(keys)),
                Map.entry(
                        Given.SECOND,
                        all.with("sub", Json.createValue("second@acme.example")).signedBy(keys)),
                Map.entry(Given.OTHER, all.organizations("another-organization").signedBy(keys)),
                Map.entry(
                        Given.ALMOST,
                        all.permissions(
                                        Permission.CREATE + "2",
                                        Permission.LIST.toUpperCase(Locale.ROOT),
                                        "mdm.windows.*",
                                        "*")
                                .signedBy(keys)),
                Map.entry(
                        Given.MEMBER_BY_ID,
                        all.organizations("698EFA6ED851667D9C0AEC88").signedBy(keys)),
                Map.entry(
                        Given.MEMBER_BY_STRING,
                        all.with("organizations", Json.createValue(ACME)).signedBy(keys)),
                Map.entry(Given.EXPIRED, all.validFor(Duration.ofHours(-1)).signedBy(keys)),
                Map.entry(Given.EARLY, all.notBefore(hour).signedBy(keys)),
                Map.entry(
                        Given.ISSUED_LATER,
                        all.with("iat", Json.createValue(hour.getEpochSecond()))
                                .validFor(Duration.ofHours(1))
                                .signedBy(keys)),
                Map.entry(
                        Given.ISSUER,
                        all.with("iss", Json.createValue("https://id.elsewhere.example"))
                                .signedBy(keys)),
                Map.entry(
                        Given.AUDIENCE,
                        all.with("aud", Json.createValue("elsewhere")).signedBy(keys)),
                Map.entry(Given.KEY, all.signedBy(SigningKeys.generate())),
                Map.entry(Given.ALGORITHM, all.signedWithRs384(keys)),
                Map.entry(Given.BASIC, "basic"),
                Map.entry(Given.NO_WINDOWS, "no-windows"),
                Map.entry(Given.QUOTA, "narrow"),
                Map.entry(Given.RECIPIENTS, environment("MDM_ENROLLMENT_LIMITS_RECIPIENTS", Given.RECIPIENTS)),
                Map.entry(Given.BODY_BYTES, environment("MDM_ENROLLMENT_LIMITS_BODY_BYTES", Given.BODY_BYTES)));
    }

    /** What the server under test, a child of this process, was told. */
    private static String environment(String name, Given given) {
        return Optional.ofNullable(System.getenv(name)).or(given::usually).orElseThrow();
    }
}
