package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.web.mail.content.RecipientFields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it goes over the wire, ready but for what is personal.
 *
 * @param pieces what stands before the first blank, between two, and behind the last
 */
record MimeTemplate(List<byte[]> pieces, List<Character> placeholders) {
    private static final int ROOM = 1_024;

    /** @param mime ASCII, save for the blanks; it begins with headers */
    static MimeTemplate of(CharSequence mime) {
        var pieces = new ArrayList<byte[]>();
        var placeholders = new ArrayList<Character>();
        int start = 0;
        for (int i = 0; i < mime.length(); i++) {
            if (Placeholders.isPlaceholder(mime.charAt(i))) {
                pieces.add(octets(mime.subSequence(start, i)));
                placeholders.add(mime.charAt(i));
                start = i + 1;
            }
        }
        pieces.add(octets(mime.subSequence(start, mime.length())));
        return new MimeTemplate(List.copyOf(pieces), List.copyOf(placeholders));
    }

    /** @param headers the personal ones, each ended by CRLF */
    byte[] fill(String headers, RecipientFields fields) {
        var out = new ByteArrayOutputStream(
                pieces.stream().mapToInt(piece -> piece.length).sum() + ROOM);
        out.writeBytes(octets(headers));
        for (int i = 0; i < placeholders.size(); i++) {
            out.writeBytes(pieces.get(i));
            out.writeBytes(octets(QuotedPrintable.value(Placeholders.fill(placeholders.get(i), fields))));
        }
        out.writeBytes(pieces.get(placeholders.size()));
        return out.toByteArray();
    }

    private static byte[] octets(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
