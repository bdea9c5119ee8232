package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PolicyAssignment;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The shared settings of a batch as one JSON object, which leaves out what is not set. */
@Converter(autoApply = true)
public class SettingsConverter implements AttributeConverter<@Nullable EnrollmentSettings, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EnrollmentSettings settings) {
        return settings == null ? null : json(settings);
    }

    private static String json(EnrollmentSettings settings) {
        var json = Json.createObjectBuilder()
                .add("sendEmail", settings.sendEmail())
                .add("tags", Json.createArrayBuilder(settings.tags()))
                .add("duration", settings.duration().toSeconds())
                .add("winPolicyAssignments", assignments(settings));
        Optional.ofNullable(settings.displayName()).ifPresent(name -> json.add("displayName", name));
        Optional.ofNullable(settings.language()).ifPresent(language -> json.add("language", language.tag()));
        Optional.ofNullable(settings.emailText()).ifPresent(text -> json.add("emailText", text));
        Optional.ofNullable(settings.winPolicyId()).ifPresent(policy -> json.add("winPolicyId", policy));
        Optional.ofNullable(settings.segmentId()).ifPresent(segment -> json.add("segmentId", segment));
        return json.build().toString();
    }

    private static JsonArrayBuilder assignments(EnrollmentSettings settings) {
        var array = Json.createArrayBuilder();
        settings.winPolicyAssignments().forEach(assignment -> array.add(assignment(assignment)));
        return array;
    }

    private static JsonObjectBuilder assignment(PolicyAssignment assignment) {
        var json = Json.createObjectBuilder().add("priority", assignment.priority());
        Optional.ofNullable(assignment.winPolicyId()).ifPresent(policy -> json.add("winPolicyId", policy));
        return json;
    }

    @Override
    public @Nullable EnrollmentSettings convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : settings(column);
    }

    private static EnrollmentSettings settings(String column) {
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(column))) {
            json = reader.readObject();
        }
        return new EnrollmentSettings(
                json.getBoolean("sendEmail"),
                optional(json, "displayName", JsonObject::getString),
                json.getJsonArray("tags").getValuesAs(JsonString::getString),
                Duration.ofSeconds(json.getJsonNumber("duration").longValueExact()),
                json.containsKey("language")
                        ? Language.of(json.getString("language")).orElseThrow()
                        : null,
                optional(json, "emailText", JsonObject::getString),
                optional(json, "winPolicyId", JsonObject::getString),
                json.getJsonArray("winPolicyAssignments").getValuesAs(JsonObject.class).stream()
                        .map(SettingsConverter::assignment)
                        .toList(),
                optional(json, "segmentId", (object, key) -> object.getJsonNumber(key)
                        .longValueExact()));
    }

    private static PolicyAssignment assignment(JsonObject json) {
        return new PolicyAssignment(optional(json, "winPolicyId", JsonObject::getString), json.getInt("priority"));
    }

    private static <T> @Nullable T optional(JsonObject json, String key, BiFunction<JsonObject, String, T> read) {
        return json.containsKey(key) ? read.apply(json, key) : null;
    }
}
