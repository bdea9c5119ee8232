package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Settings as one JSON object, which leaves out what is not set. */
@Converter(autoApply = true)
public class SettingsConverter implements AttributeConverter<@Nullable EnrollmentSettings, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EnrollmentSettings settings) {
        return settings == null ? null : RecordJson.write(settings).toString();
    }

    @Override
    public @Nullable EnrollmentSettings convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : RecordJson.read(column, EnrollmentSettings.class);
    }
}
