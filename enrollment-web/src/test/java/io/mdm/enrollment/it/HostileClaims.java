package io.mdm.enrollment.it;

import io.mdm.enrollment.support.DevelopmentJwt;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.IntStream;

/** Claims that an identity provider would not make, in a token with a good signature. */
final class HostileClaims {
    /**
     * Not {@code upn} and {@code preferred_username}, of which servers make a name: WildFly fails if it is no string.
     */
    private static final String[] NAMES =
            "sub groups organizations iat nbf exp aud iss jti email azp roles scope".split(" ", -1);

    private static final String[] TEXTS = {
        "a\0b",
        "a\nb",
        "\u202Eb",
        "\u2028",
        "\u200F",
        "\uD83D\uDE42",
        "a".repeat(255),
        "a".repeat(256),
        "a".repeat(4_000)
    };

    private HostileClaims() {}

    /** A token that may do everything, with a few claims of any kind. */
    static DevelopmentJwt of(Dice dice, Instant now) {
        var jwt =
                DevelopmentJwt.of("hostile@acme.example", now).everyPermission().organizations("*");
        for (int more = dice.below(3); more >= 0; more--) {
            var name = dice.oneOf(NAMES);
            jwt = dice.once(8) ? jwt.without(name) : jwt.with(name, value(dice));
        }
        return jwt;
    }

    private static JsonValue value(Dice dice) {
        return switch (dice.below(9)) {
            case 0 -> JsonValue.NULL;
            case 1 -> dice.oneOf(JsonValue.TRUE, JsonValue.EMPTY_JSON_ARRAY, JsonValue.EMPTY_JSON_OBJECT);
            case 2 -> Json.createValue(dice.below(1_000));
            case 3 -> Json.createValue(new BigDecimal(dice.oneOf("0", "-1", "1.5", "1e30", "1e-30", "1764000000.5")));
            case 4 -> Json.createObjectBuilder().add("*", "*").build();
            case 5 -> nested(1 + dice.below(900));
            case 6 ->
                Json.createArrayBuilder(
                                IntStream.range(0, dice.below(700)).boxed().toList())
                        .build();
            case 7 -> Json.createValue(dice.oneOf(TEXTS));
            default -> Json.createValue(dice.oneOf(HostileWords.TEXTS));
        };
    }

    private static JsonValue nested(int depth) {
        JsonValue value = Json.createValue("*");
        for (int i = 0; i < depth; i++) {
            value = Json.createArrayBuilder().add(value).build();
        }
        return value;
    }
}
