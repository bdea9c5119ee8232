package io.mdm.enrollment.web.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Characters of a CSV file as spreadsheets write it: UTF-8 with or without a byte order mark, UTF-16 with one, or a
 * declared character set. Bytes that stand for no character are refused, not replaced.
 */
final class CsvText {
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
            new Mark(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF}),
            new Mark(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE}));

    private static final int MAX_MARK_BYTES = 3;

    private CsvText() {}

    /** Byte order mark. */
    @SuppressWarnings("ArrayRecordComponent") // marks are not compared
    private record Mark(Charset charset, byte[] bytes) {

        boolean begins(byte[] text, int length) {
            if (length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (text[i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param declared character set of a file without a byte order mark; empty for UTF-8 */
    static BufferedReader of(InputStream content, Optional<Charset> declared) throws IOException {
        var text = new PushbackInputStream(content, MAX_MARK_BYTES);
        var start = text.readNBytes(MAX_MARK_BYTES);
        var mark =
                MARKS.stream().filter(each -> each.begins(start, start.length)).findFirst();
        int markBytes = mark.map(found -> found.bytes().length).orElse(0);
        text.unread(start, markBytes, start.length - markBytes);
        var charset = mark.map(Mark::charset).or(() -> declared).orElse(StandardCharsets.UTF_8);
        return new BufferedReader(strict(text, charset));
    }

    private static Reader strict(InputStream text, Charset charset) {
        return new InputStreamReader(
                text,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
