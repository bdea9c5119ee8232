package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Settings as one JSON object, which leaves out what is not set. */
@Converter(autoApply = true)
public class SettingsConverter implements AttributeConverter<@Nullable EnrollmentSettings, @Nullable String> {
    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EnrollmentSettings settings) {
        return settings == null ? null : RecordJson.write(settings).toString();
    }

    @Override
    public @Nullable EnrollmentSettings convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        try (var reader = JSON.createReader(new StringReader(column))) {
            return RecordJson.read(reader.readObject(), EnrollmentSettings.class);
        }
    }
}
