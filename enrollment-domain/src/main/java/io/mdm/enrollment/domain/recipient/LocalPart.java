package io.mdm.enrollment.domain.recipient;

import io.mdm.enrollment.api.spi.ModuleConfiguration;

/** Characters that the part of an address before the {@code @} may hold. */
public enum LocalPart {
    /** A dot-atom (RFC 5322, section 3.2.3). */
    ASCII {
        @Override
        boolean allows(int codePoint) {
            return isAsciiAtext(codePoint);
        }
    },
    /** The same, and letters, marks, digits and symbols of every script (RFC 6531, section 3.3). */
    UTF8 {
        @Override
        boolean allows(int codePoint) {
            return codePoint < 0x80 ? isAsciiAtext(codePoint) : isVisible(codePoint);
        }
    };

    private static final String ATEXT_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

    /** The local parts that may be mailed as the module is configured. */
    public static LocalPart allowedBy(ModuleConfiguration configuration) {
        return configuration.smtpUtf8() ? UTF8 : ASCII;
    }

    /** @param local without the {@code @} */
    public boolean accepts(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(codePoint -> codePoint == '.' || allows(codePoint));
    }

    abstract boolean allows(int codePoint);

    private static boolean isAsciiAtext(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= '0' && codePoint <= '9')
                || ATEXT_SYMBOLS.indexOf(codePoint) >= 0;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
