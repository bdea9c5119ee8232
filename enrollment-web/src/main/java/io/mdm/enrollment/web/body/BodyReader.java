package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.MultipartBody.Part;
import io.mdm.enrollment.web.config.BodySize;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.metric.IgnoredFields;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reader of request bodies, shared by all requests. Streams stay open. */
@Dependent
public class BodyReader {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final RequestLimits limits;
    private final Consumer<IgnoredFields> ignored;

    @Inject
    BodyReader(RequestLimits limits, Event<IgnoredFields> ignored) {
        this(limits, ignored::fire);
    }

    /** @param ignored told of unknown fields that were ignored in an accepted body */
    public BodyReader(RequestLimits limits, Consumer<IgnoredFields> ignored) {
        this.limits = limits;
        this.ignored = ignored;
    }

    /**
     * Reads a whole body.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE} as soon as the stream passes the limit
     * @throws UncheckedIOException if the stream breaks, or is slower than a {@link PacedBody} may be
     */
    public <T> T read(InputStream body, BodySchema<T> schema) {
        return readUnlessEmpty(body, schema)
                .orElseThrow(() ->
                        new RequestErrors().last(ErrorType.ANY_REQUIRED, "a body is required: " + schema.example()));
    }

    /** Reads a body that may be left out. */
    public <T> Optional<T> readUnlessEmpty(InputStream body, BodySchema<T> schema) {
        RequestErrors errors = new RequestErrors();
        BodyText text = new BodyText(new PacedBody(body), schema.size().maxBytes(limits), errors);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(text, errors, schema));
    }

    private <T> T read(BodyText text, RequestErrors errors, BodySchema<T> schema) {
        var values = values(text, errors, schema);
        errors.refuseIfAny();
        return schema.request().apply(values);
    }

    private FieldValues values(BodyText text, RequestErrors errors, BodySchema<?> schema) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            StrictJson json = new StrictJson(new JsonEvents(parser, errors), errors);
            ValueReader reader = new ValueReader(json, schema.example(), limits);
            FieldValues values = schema.fields().read(reader, schema.otherwise());
            json.end();
            if (reader.ignored() > 0) {
                ignored.accept(new IgnoredFields(reader.ignored()));
            }
            return values;
        }
    }

    /**
     * A body as far as it may go: it becomes neither longer nor slower.
     *
     * <p>Reading throws {@link RequestException} of {@link HttpProblem#BODY_TOO_LARGE} when it passes the limit.
     */
    public InputStream bounded(InputStream body, BodySize size) {
        long max = size.maxBytes(limits);
        return new CountedBody(new PacedBody(body)) {
            @Override
            protected void received(long bytes) {
                if (bytes > max) {
                    throw new RequestException(HttpProblem.BODY_TOO_LARGE);
                }
            }
        };
    }

    /**
     * Reads the JSON object in a part of a form. Errors are noted.
     *
     * @throws RequestRefused if it is no JSON
     */
    public FieldValues readPart(Part part, BodySchema<?> schema, RequestErrors errors) {
        return values(new BodyText(part.content(), schema.size().maxBytes(limits), errors), errors, schema);
    }

    /**
     * Reads the CSV file in a part of a form like an array of objects. Errors are noted, each with its line.
     *
     * @param columns those that are known; the first is required
     * @param rows rule of the array
     * @throws RequestRefused if it is no CSV, or its columns are not as they should be
     */
    public <T> @Nullable T readRows(Part part, List<CsvColumn> columns, ValueRule<T> rows, RequestErrors errors) {
        try {
            var file = CsvText.of(part.content(), charset(part, errors));
            var events = new CsvEvents(file, part.name(), columns, errors);
            return rows.read(new ValueReader(new StrictJson(events, errors, List.of(part.name())), "", limits));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            errors.tellLines(null);
        }
    }

    private static Optional<Charset> charset(Part part, RequestErrors errors) {
        try {
            return part.charset().map(Charset::forName);
        } catch (IllegalArgumentException unknown) {
            throw errors.last(List.of(part.name()), ErrorType.CSV_ENCODING, "must be of a known character set");
        }
    }
}
