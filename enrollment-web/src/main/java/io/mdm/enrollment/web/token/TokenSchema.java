package io.mdm.enrollment.web.token;

import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.http.TokenUpdateRequest;
import io.mdm.enrollment.api.http.UserTokenRequest;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.TextRules;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas of requests for one token. */
final class TokenSchema {
    private static final Field<String> USER = required("mdmUserId", TextRules::id);
    private static final Map<String, TokenChanges.Field> CHANGEABLE = WireName.index(TokenChanges.Field.values());

    /** Creation: settings, and the user to invite. */
    static final BodySchema<UserTokenRequest> CREATION = BodySchema.of(
            "{\"sendEmail\":true,\"mdmUserId\":\"698efa6ed851667d9c0aec8b\"}",
            SettingsFields.TABLE.and(USER),
            given -> new UserTokenRequest(SettingsFields.settings(given), given.of(USER)));

    /** Update: some of the settings, and more time. */
    static final BodySchema<TokenUpdateRequest> UPDATE = BodySchema.of(
            "{\"displayName\":\"Laptops for Madrid\"}",
            SettingsFields.TABLE.only(CHANGEABLE.keySet()).and(SettingsFields.MORE_TIME),
            given -> new TokenUpdateRequest(changes(given), given.find(SettingsFields.MORE_TIME)));

    private TokenSchema() {}

    private static TokenChanges changes(FieldValues given) {
        var fields = given.names().stream()
                .flatMap(name -> Stream.ofNullable(CHANGEABLE.get(name)))
                .collect(Collectors.toUnmodifiableSet());
        return new TokenChanges(fields, SettingsFields.settings(given));
    }
}
