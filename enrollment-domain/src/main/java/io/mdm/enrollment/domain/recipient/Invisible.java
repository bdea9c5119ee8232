package io.mdm.enrollment.domain.recipient;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/**
 * Characters that nobody sees in an address: separators, controls, format characters (Unicode categories Z, Cc and Cf),
 * and all others that programs may ignore (Unicode Standard Annex 44, {@code Default_Ignorable_Code_Point}).
 */
final class Invisible {
    private static final UnicodeSet CHARACTERS =
            new UnicodeSet("[[:Z:][:Cc:][:Cf:][:Default_Ignorable_Code_Point:]]").freeze();

    private Invisible() {}

    /** The text without those at its ends. */
    static String trimmed(String text) {
        int start = CHARACTERS.span(text, SpanCondition.CONTAINED);
        int end = CHARACTERS.spanBack(text, SpanCondition.CONTAINED);
        return start < end ? text.substring(start, end) : "";
    }

    /** The text without any. */
    static String removed(String text) {
        return text.codePoints()
                .filter(codePoint -> !CHARACTERS.contains(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean standIn(String text) {
        return CHARACTERS.containsSome(text);
    }
}
