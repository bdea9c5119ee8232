package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.web.mail.content.RecipientFields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Message as it goes over the wire, complete but for the personal headers and values.
 *
 * @param pieces fixed octets and personal values, in order
 * @param size of the fixed octets together
 */
record MimeTemplate(List<Piece> pieces, int size) {
    private static final int ROOM = 1_024;

    /** @param mime ASCII, except for the placeholders; it begins with headers */
    static MimeTemplate of(String mime) {
        return new MimeTemplate(
                Placeholders.split(mime).stream().map(MimeTemplate::piece).toList(), mime.length());
    }

    /** @param headers the personal ones, each ended by CRLF */
    byte[] fill(String headers, RecipientFields fields) {
        var out = new ByteArrayOutputStream(size + ROOM);
        var encoded = new HashMap<String, byte[]>();
        out.writeBytes(octets(headers));
        pieces.forEach(piece -> out.writeBytes(piece.octets(fields, encoded)));
        return out.toByteArray();
    }

    private static Piece piece(String run) {
        if (Placeholders.isPlaceholder(run)) {
            return (fields, encoded) ->
                    encoded.computeIfAbsent(Placeholders.fill(run, fields), QuotedPrintable::encoded);
        }
        var octets = octets(run);
        return (fields, encoded) -> octets;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Piece of a message. */
    interface Piece {
        /** @param encoded values of this message by their text, because most stand in it several times */
        byte[] octets(RecipientFields fields, Map<String, byte[]> encoded);
    }
}
