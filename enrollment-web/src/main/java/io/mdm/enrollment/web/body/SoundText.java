package io.mdm.enrollment.web.body;

/** Text that databases and mails can hold: without NUL and unpaired surrogates. */
final class SoundText {
    private static final int SHOWN_UNITS = 64;

    private SoundText() {}

    /** The text without its unsound parts. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isSurrogate(unit)) {
                return soundPart(text);
            }
        }
        return text;
    }

    /** Printable form of a caller's key: at most {@value #SHOWN_UNITS} UTF-16 units, no control characters. */
    static String shown(String key) {
        StringBuilder shown = new StringBuilder();
        key.codePoints()
                .limit(2 * SHOWN_UNITS)
                .filter(codePoint -> isSound(codePoint) && !Character.isISOControl(codePoint))
                .takeWhile(codePoint -> shown.length() + Character.charCount(codePoint) <= SHOWN_UNITS)
                .forEachOrdered(shown::appendCodePoint);
        return shown.toString();
    }

    private static String soundPart(String text) {
        return text.codePoints()
                .filter(SoundText::isSound)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSound(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
