package io.mdm.enrollment.domain.recipient;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Domain names in the form of the wire. */
final class DomainName {
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    /** Plain ASCII names with hyphens in these places are in use, so an internationalized one may have them too. */
    private static final Set<IDNA.Error> HARMLESS = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private DomainName() {}

    /**
     * The name in lower-case A-labels, by UTS #46 without transitional processing (IDNA2008, RFC 5891), if it has two
     * labels or more, each of 1 to 63 letters, digits and inner hyphens.
     */
    static Optional<String> toALabels(String name) {
        return (isPlainAscii(name) ? Optional.of(lowerCase(name)) : internationalized(name))
                .filter(DomainName::hasGoodLabels);
    }

    private static boolean isPlainAscii(String name) {
        return name.chars().allMatch(DomainName::isLetterDigitHyphenDot)
                && !lowerCase(name).contains("xn--");
    }

    private static Optional<String> internationalized(String name) {
        var info = new IDNA.Info();
        var aLabels = UTS_46.nameToASCII(name, new StringBuilder(), info);
        return HARMLESS.containsAll(info.getErrors()) ? Optional.of(aLabels.toString()) : Optional.empty();
    }

    private static boolean hasGoodLabels(String name) {
        int labels = 0;
        int start = 0;
        while (start <= name.length()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            if (!isGoodLabel(name, start, end)) {
                return false;
            }
            labels++;
            start = end + 1;
        }
        return labels >= 2;
    }

    private static boolean isGoodLabel(String name, int start, int end) {
        return end > start
                && end - start <= 63
                && name.charAt(start) != '-'
                && name.charAt(end - 1) != '-'
                && name.chars().skip(start).limit(end - start).allMatch(c -> c != '.' && isLetterDigitHyphenDot(c));
    }

    private static boolean isLetterDigitHyphenDot(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
