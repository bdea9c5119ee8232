package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.api.token.TokenChanges.Field;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.SettingsReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.config.RequestLimits;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to become different about a token: some of the settings, of which none is required. */
final class TokenChangesReader implements BodyReader<TokenChanges> {
    static final String FORM = "{\"displayName\":\"Laptops for Madrid\"}";

    private static final Map<String, Field> FIELDS =
            Stream.of(Field.values()).collect(Collectors.toMap(WireName::of, Function.identity()));

    private final StrictJson json;
    private final ValueReader values;
    private final SettingsReader settings;

    TokenChangesReader(StrictJson json, RequestLimits limits) {
        this.json = json;
        this.values = new ValueReader(json, FORM);
        this.settings = new SettingsReader(json, values, limits);
    }

    @Override
    public void read() {
        values.object(this::readMember);
    }

    @Override
    public TokenChanges request() {
        var given = settings.given().stream().map(FIELDS::get).collect(Collectors.toUnmodifiableSet());
        return new TokenChanges(given, settings.settings());
    }

    private void readMember(String key) {
        if (FIELDS.containsKey(key)) {
            settings.read(key);
        } else {
            json.refuseUnknown();
        }
    }
}
