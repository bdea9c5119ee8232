package io.mdm.enrollment.web.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Address and code as sent by a form (URL Standard, section 5.1); absent fields are empty. */
record CodeFormBody(String email, String code) {
    static final int MAX_BYTES = 4096;
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded(?:\\s*;\\s*charset\\s*=\\s*\"?utf-?8\"?)?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+", Pattern.DOTALL);

    /** Body that is not such a form, with the status of the answer. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** @throws Unreadable if the headers announce something else, or too much */
    static void requireForm(HttpServletRequest request) throws Unreadable {
        if (!isForm(request.getContentType()) || request.getHeader("Content-Encoding") != null) {
            throw new Unreadable(415);
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw new Unreadable(413);
        }
    }

    static CodeFormBody of(byte[] bytes) throws Unreadable {
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable(413);
        }
        var fields = fields(new String(bytes, ISO_8859_1));
        return new CodeFormBody(fields.getOrDefault("email", ""), fields.getOrDefault("code", ""));
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && FORM.matcher(contentType).matches();
    }

    private static Map<String, String> fields(String text) throws Unreadable {
        var fields = new HashMap<String, String>();
        for (var field : text.split("&", -1)) {
            int end = field.indexOf('=');
            var name = decoded(end < 0 ? field : field.substring(0, end));
            if (fields.put(name, decoded(end < 0 ? "" : field.substring(end + 1))) != null) {
                throw new Unreadable(400);
            }
        }
        return fields;
    }

    private static String decoded(String text) throws Unreadable {
        if (!ENCODED.matcher(text).matches()) {
            throw new Unreadable(400);
        }
        var bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(400);
        }
    }
}
