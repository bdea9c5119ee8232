package io.mdm.enrollment.api.token;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages in which people can be invited. */
public enum Language {
    ES,
    EN,
    FR,
    DE,
    IT,
    ZH,
    PT,
    RU;

    private final Locale locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));

    /** The language with exactly this two-letter, lower-case tag (BCP 47). */
    public static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }
}
