package io.mdm.enrollment.web.config;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Strings from a map; as in MicroProfile Config 3.1, an empty one counts as missing. */
record MapConfig(Map<String, String> values) implements Config {

    @Override
    public <T> T getValue(String key, Class<T> type) {
        return getOptionalValue(key, type).orElseThrow(NoSuchElementException::new);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.isEmpty())
                .map(MapConfig::expand)
                .map(type::cast);
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        return new Raw(key, values.get(key));
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException();
    }

    /** A value of which only the form without expansion is asked for. */
    private record Raw(String getName, @Nullable String getRawValue) implements ConfigValue {

        @Override
        public String getValue() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSourceName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getSourceOrdinal() {
            throw new UnsupportedOperationException();
        }
    }

    private static String expand(String value) {
        if (value.contains("${")) {
            throw new NoSuchElementException("expressions lead nowhere here");
        }
        return value;
    }
}
