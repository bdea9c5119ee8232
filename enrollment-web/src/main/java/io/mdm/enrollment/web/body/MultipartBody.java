package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/** Form with files, {@code multipart/form-data} (RFC 7578): its parts one after the other, read as a stream. */
public final class MultipartBody {
    private static final String DISPOSITION = "content-disposition";
    private static final String TYPE = "content-type";

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setStrictParsing(true)
            .setMaxHeaderCount(16)
            .setMaxHeaderLen(1_024)
            .setMaxLineLen(1_024)
            .build();

    private final RequestErrors errors;
    private final Set<String> expected;
    private final PartReader reader;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, RawField> headers = new HashMap<>();

    /** Reader of the parts. */
    @FunctionalInterface
    public interface PartReader {
        /** Reads a part that was expected and is given for the first time. */
        void read(Part part);
    }

    /**
     * One part.
     *
     * @param type its media type in lower case, without parameters; empty if it has none
     * @param charset its character set, as declared
     * @param content transfer encoding undone
     */
    public record Part(String name, Optional<String> type, Optional<String> charset, InputStream content) {

        /** The same, its content read through another stream. */
        public Part through(InputStream other) {
            return new Part(name, type, charset, other);
        }
    }

    private MultipartBody(RequestErrors errors, List<String> expected, PartReader reader) {
        this.errors = errors;
        this.expected = Set.copyOf(expected);
        this.reader = reader;
    }

    /**
     * Reads a whole form.
     *
     * @param contentType with the boundary
     * @param expected names of the parts, all of them required
     * @throws RequestRefused if it is malformed; missing, unknown and repeated parts are noted
     * @throws UncheckedIOException if the stream breaks
     */
    public static void read(
            InputStream body, String contentType, List<String> expected, RequestErrors errors, PartReader reader) {
        var form = new MultipartBody(errors, expected, reader);
        try {
            form.read(body, contentType);
        } catch (MimeException malformed) {
            throw form.malformed();
        } catch (UncheckedIOException failed) {
            throw failed.getCause() instanceof MimeIOException ? form.malformed() : failed;
        } catch (IOException failed) {
            throw failed instanceof MimeIOException ? form.malformed() : new UncheckedIOException(failed);
        }
        expected.stream()
                .filter(name -> !form.seen.contains(name))
                .forEach(name ->
                        errors.add(List.of(name), ErrorType.ANY_REQUIRED, "a part \"" + name + "\" is required"));
    }

    private void read(InputStream body, String contentType) throws IOException, MimeException {
        var stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parseHeadless(body, contentType);
        int forms = 0;
        boolean isWhole = false;
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> {
                    if (++forms > 1) {
                        throw malformed();
                    }
                }
                case T_START_BODYPART -> headers.clear();
                case T_FIELD ->
                    headers.put(stream.getField().getName().toLowerCase(Locale.ROOT), (RawField) stream.getField());
                case T_BODY -> readPart(stream.getDecodedInputStream());
                case T_END_MULTIPART -> isWhole = true;
                default -> {}
            }
        }
        if (!isWhole) {
            throw malformed();
        }
    }

    private void readPart(InputStream content) {
        var name = name();
        var shown = SoundText.shown(name);
        if (!expected.contains(name)) {
            errors.add(List.of(shown), ErrorType.OBJECT_UNKNOWN, "\"" + shown + "\" is not a part that is known here");
        } else if (!seen.add(name)) {
            errors.add(List.of(name), ErrorType.OBJECT_DUPLICATE, "the part \"" + name + "\" is given twice");
        } else {
            var type = header(TYPE);
            reader.read(new Part(
                    name,
                    type.map(RawBody::getValue).map(text -> text.toLowerCase(Locale.ROOT)),
                    type.flatMap(found -> parameter(found, "charset")),
                    content));
        }
    }

    private String name() {
        return header(DISPOSITION)
                .filter(disposition -> "form-data".equalsIgnoreCase(disposition.getValue()))
                .flatMap(disposition -> parameter(disposition, "name"))
                .orElseThrow(this::malformed);
    }

    private Optional<RawBody> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(RawFieldParser.DEFAULT::parseRawBody);
    }

    private static Optional<String> parameter(RawBody header, String name) {
        return header.getParams().stream()
                .filter(parameter -> name.equalsIgnoreCase(parameter.getName()))
                .map(NameValuePair::getValue)
                .findFirst();
    }

    private RequestRefused malformed() {
        return errors.last(
                List.of(), ErrorType.MULTIPART_SYNTAX, "must be a form (RFC 7578), complete and well-formed");
    }
}
