package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.MultipartBody;
import io.mdm.enrollment.web.body.MultipartBody.Part;
import io.mdm.enrollment.web.body.RequestErrors;
import io.mdm.enrollment.web.config.BodySize;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Reader of bulk requests: one JSON object, or a form with the settings as JSON and the recipients as a CSV file. */
@Dependent
class BulkRequestReader {
    private static final String SETTINGS = "settings";

    /** Types that browsers give to a CSV file; that of a machine with Excel is among them. */
    private static final Set<String> FILE_TYPES = Set.of(
            "text/csv",
            "text/plain",
            "text/tab-separated-values",
            "application/csv",
            "application/vnd.ms-excel",
            MediaType.APPLICATION_OCTET_STREAM);

    private final BodyReader bodies;
    private final RequestIdempotency idempotency;

    @Inject
    BulkRequestReader(BodyReader bodies, RequestIdempotency idempotency) {
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    /**
     * Reads a whole body.
     *
     * @throws RequestRefused with everything that is wrong with it
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE} or {@link HttpProblem#TOO_MANY_RECIPIENTS}, or of
     *     {@link HttpProblem#UNSUPPORTED_MEDIA_TYPE} for a file that is not CSV
     */
    BulkRequest read(InputStream body, String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)
                ? readForm(body, contentType)
                : bodies.read(body, BulkSchema.REQUEST);
    }

    private BulkRequest readForm(InputStream body, String contentType) {
        var errors = new RequestErrors();
        var form = new Form(errors);
        MultipartBody.read(
                bodies.bounded(body, BodySize.BULK),
                contentType,
                List.of(SETTINGS, BulkSchema.RECIPIENTS.name()),
                errors,
                form::read);
        errors.refuseIfAny();
        return form.request();
    }

    /** Parts that have been read. */
    private final class Form {
        private final RequestErrors errors;
        private FieldValues settings = new FieldValues();
        private final FieldValues file = new FieldValues();

        Form(RequestErrors errors) {
            this.errors = errors;
        }

        void read(Part part) {
            var hashed = part.through(idempotency.hashed(part.name(), part.content()));
            if (part.name().equals(SETTINGS)) {
                settings = bodies.readPart(hashed, BulkSchema.SETTINGS_OF_FILE, errors);
            } else {
                requireCsv(part);
                file.add(BulkSchema.RECIPIENTS, recipients(hashed));
            }
        }

        private Recipients recipients(Part part) {
            return Objects.requireNonNull(
                    bodies.readRows(part, Recipients.COLUMNS, BulkSchema.RECIPIENTS.rule(), errors));
        }

        BulkRequest request() {
            settings.add(BulkSchema.RECIPIENTS, file.of(BulkSchema.RECIPIENTS));
            return BulkSchema.SETTINGS_OF_FILE.request().apply(settings);
        }
    }

    private static void requireCsv(Part part) {
        if (part.type().filter(type -> !FILE_TYPES.contains(type)).isPresent()) {
            throw new RequestException(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
