package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.SigningKeys;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;

/** Tokens to call the development server with, valid for a week. */
record Callers(String administrator, String visitor, String stranger) {

    /** One who may do everything, one who may do nothing, and one of another organization. */
    static Callers signedBy(SigningKeys keys) {
        var week = DevelopmentJwt.of("admin@acme.example", Instant.now())
                .with("email", Json.createValue("admin@acme.example"))
                .validFor(Duration.ofDays(7));
        var all = week.everyPermission();
        return new Callers(
                all.organizations("*").signedBy(keys),
                week.organizations("*").signedBy(keys),
                all.organizations("another-organization").signedBy(keys));
    }
}
