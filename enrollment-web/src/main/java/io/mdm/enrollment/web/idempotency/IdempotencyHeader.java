package io.mdm.enrollment.web.idempotency;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.RequestErrors;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Header {@code Idempotency-Key}: 1 to 255 visible ASCII characters, bare or in quotation marks (the Structured Field
 * string of the IETF draft), which mean the same.
 */
final class IdempotencyHeader {
    static final String NAME = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private IdempotencyHeader() {}

    /**
     * @param values at least one
     * @throws RequestRefused if the header is malformed or given twice
     */
    static String read(List<String> values) {
        var key = unquoted(values.get(0).strip());
        if (values.size() > 1 || !KEY.matcher(key).matches()) {
            throw new RequestErrors()
                    .last(
                            List.of(NAME),
                            ErrorType.STRING_PATTERN,
                            NAME + " must be given once, as 1 to 255 visible ASCII characters");
        }
        return key;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
