package io.mdm.enrollment.domain.recipient;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.UnicodeSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Domain names in the form of the wire. */
final class DomainName {
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    /**
     * Code points of U-labels (RFC 5892, section 3): UTS #46 also lets symbols pass, which no registry accepts. First
     * the letters and digits that mapping leaves as they are, then the exceptions of section 2.6 and the joiners.
     */
    private static final UnicodeSet OF_U_LABELS = new UnicodeSet("""
                    [[[:Ll:][:Lu:][:Lo:][:Nd:][:Lm:][:Mn:][:Mc:]
                      - [:Changes_When_NFKC_Casefolded:] - [:Default_Ignorable_Code_Point:]
                      - [:Hangul_Syllable_Type=L:] - [:Hangul_Syllable_Type=V:] - [:Hangul_Syllable_Type=T:]
                      - [:Block=Combining_Diacritical_Marks_For_Symbols:]
                      - [:Block=Musical_Symbols:] - [:Block=Ancient_Greek_Musical_Notation:]
                      - [\\u0640\\u07FA\\u302E\\u302F\\u3031-\\u3035\\u303B]]
                     [\\-.\\u00B7\\u00DF\\u0375\\u03C2\\u05F3\\u05F4\\u06FD\\u06FE\\u0F0B\\u3007\\u30FB\\u200C\\u200D]]
                    """).freeze();

    /** Plain ASCII names with hyphens in these places are in use, so an internationalized one may have them too. */
    private static final Set<IDNA.Error> HARMLESS = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private DomainName() {}

    /**
     * The name in lower-case A-labels, by UTS #46 without transitional processing (IDNA2008, RFC 5891), if it has two
     * labels or more, each of 1 to 63 letters, digits and inner hyphens, the last of which is no number: what ends in
     * one is read as an IPv4 address (URL Standard, section 3.5).
     */
    static Optional<String> toALabels(String name) {
        return (isPlainAscii(name) ? Optional.of(lowerCase(name)) : internationalized(name))
                .filter(DomainName::hasGoodLabels);
    }

    private static boolean isPlainAscii(String name) {
        return name.chars().allMatch(DomainName::isLetterDigitHyphenDot)
                && !lowerCase(name).contains("xn--");
    }

    /** The name in lower-case A-labels, also if it is only a part of one. */
    static Optional<String> internationalized(String name) {
        var info = new IDNA.Info();
        var aLabels = UTS_46.nameToASCII(name, new StringBuilder(), info);
        return HARMLESS.containsAll(info.getErrors()) && hasULabels(aLabels.toString())
                ? Optional.of(aLabels.toString())
                : Optional.empty();
    }

    private static boolean hasULabels(String aLabels) {
        return OF_U_LABELS.containsAll(toULabels(aLabels));
    }

    /** The name in U-labels (RFC 5890, section 2.3.2.1). */
    static String toULabels(String aLabels) {
        return aLabels.contains("xn--")
                ? UTS_46.nameToUnicode(aLabels, new StringBuilder(), new IDNA.Info())
                        .toString()
                : aLabels;
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
        return labels >= 2 && !isNumber(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
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
