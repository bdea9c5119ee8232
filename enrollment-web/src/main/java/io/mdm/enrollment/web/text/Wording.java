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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Texts of a mail or a page in one language, and those that both have in common; English for a language without texts,
 * never the server's own.
 */
public final class Wording {
    private static final Control NO_DEFAULT_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Quotes a part of a pattern ({@link MessageFormat}); other texts without values are shown as they are. */
    private static final char QUOTE = '\'';

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Hours, and minutes unless there are none: {@code GMT+1}, {@code GMT+5:30}. */
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ROOT);

    private static final Map<ChronoUnit, TimeUnit> UNITS = Map.of(
            ChronoUnit.DAYS,
            MeasureUnit.DAY,
            ChronoUnit.HOURS,
            MeasureUnit.HOUR,
            ChronoUnit.MINUTES,
            MeasureUnit.MINUTE);

    private static final String SHARED = "io.mdm.enrollment.web.text.shared";

    private final ResourceBundle bundle;
    private final ResourceBundle shared;
    private final Locale locale;

    private Wording(ResourceBundle bundle, ResourceBundle shared) {
        this.bundle = bundle;
        this.shared = shared;
        this.locale = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    /** @param bundle the base name of a resource bundle */
    public static Wording of(String bundle, Language language) {
        return new Wording(read(bundle, language), read(SHARED, language));
    }

    private static ResourceBundle read(String bundle, Language language) {
        var loader = Wording.class.getClassLoader();
        return ResourceBundle.getBundle(bundle, language.locale(), loader, NO_DEFAULT_LOCALE);
    }

    /** The language of the texts (BCP 47). */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** @param values stand in for {0}, {1} … as they are */
    public String say(String key, String... values) {
        var text = (bundle.containsKey(key) ? bundle : shared).getString(key);
        boolean isPlain = values.length == 0 && text.indexOf(QUOTE) < 0;
        return isPlain ? text : new MessageFormat(text, locale).format(values);
    }

    /** The day in that zone, written out, with plain spaces: Java versions differ in where they put others. */
    public String day(Instant instant, ZoneId zone) {
        return withPlainSpaces(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone)));
    }

    /** The day, the time to the minute from 00:00 to 23:59, and the zone's offset at that time: {@code UTC+1}. */
    public String moment(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return say("moment", day(instant, zone), TIME_OF_DAY.format(there), offset(there.getOffset()));
    }

    private static String offset(ZoneOffset offset) {
        return OFFSET.format(offset).replace("GMT", "UTC");
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
}
