package io.mdm.enrollment.web.text;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeUnit;
import com.ibm.icu.util.ULocale;
import io.mdm.enrollment.api.token.Language;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts of a mail or a page in one language; English for a language without texts, never the server's own. */
public final class Wording {
    private static final Control NO_DEFAULT_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Quotes a part of a pattern ({@link MessageFormat}); other texts without values are shown as they are. */
    private static final char QUOTE = '\'';

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Map<ChronoUnit, TimeUnit> UNITS = Map.of(
            ChronoUnit.DAYS,
            MeasureUnit.DAY,
            ChronoUnit.HOURS,
            MeasureUnit.HOUR,
            ChronoUnit.MINUTES,
            MeasureUnit.MINUTE);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Wording(ResourceBundle bundle) {
        this.bundle = bundle;
        this.locale = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    /** @param bundle the base name of a resource bundle */
    public static Wording of(String bundle, Language language) {
        var loader = Wording.class.getClassLoader();
        return new Wording(ResourceBundle.getBundle(bundle, language.locale(), loader, NO_DEFAULT_LOCALE));
    }

    /** The language of the texts (BCP 47). */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** @param values stand in for {0}, {1} … as they are */
    public String say(String key, String... values) {
        var text = bundle.getString(key);
        boolean isPlain = values.length == 0 && text.indexOf(QUOTE) < 0;
        return isPlain ? text : new MessageFormat(text, locale).format(values);
    }

    /** The day in UTC, written out, with plain spaces: Java versions differ in where they put others. */
    public String day(Instant instant) {
        return withPlainSpaces(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atOffset(ZoneOffset.UTC)));
    }

    private static String withPlainSpaces(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", " ");
    }

    /** So many units of time, with plain spaces: {@code 23 hours}. */
    public String amount(long amount, ChronoUnit unit) {
        var measure = new Measure(amount, Objects.requireNonNull(UNITS.get(unit), unit::name));
        return withPlainSpaces(MeasureFormat.getInstance(ULocale.forLocale(locale), FormatWidth.WIDE)
                .format(measure));
    }

    /** The time of day in UTC, to the minute, the same in all languages: from 00:00 to 23:59. */
    public String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant.atOffset(ZoneOffset.UTC));
    }
}
