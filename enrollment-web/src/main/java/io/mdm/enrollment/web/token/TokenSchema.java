package io.mdm.enrollment.web.token;

import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.http.TokenUpdateRequest;
import io.mdm.enrollment.api.http.UserTokenRequest;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.TextRules;

/** Schemas of requests for one token. */
final class TokenSchema {
    private static final Field<String> USER = required("mdmUserId", TextRules::id);

    /** Creation: settings, and the user to invite. */
    static final BodySchema<UserTokenRequest> CREATION = BodySchema.of(
            "{\"sendEmail\":true,\"mdmUserId\":\"698efa6ed851667d9c0aec8b\"}",
            SettingsFields.TABLE.and(USER),
            given -> new UserTokenRequest(SettingsFields.settings(given), given.of(USER)));

    /** Update: some of the settings, and more time. */
    static final BodySchema<TokenUpdateRequest> UPDATE = BodySchema.of(
            "{\"displayName\":\"Laptops for Madrid\"}",
            SettingsFields.OF_ONE_TOKEN.and(SettingsFields.MORE_TIME),
            given -> new TokenUpdateRequest(SettingsFields.changes(given), given.find(SettingsFields.MORE_TIME)));

    private TokenSchema() {}
}
