package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.EnrollmentTokenBody;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.answer.JsonAnswerWriter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers about one token. The ETag is a hash of the answer: it depends on the caller and the time. */
final class TokenAnswer {
    private TokenAnswer() {}

    static Response of(IssuedToken token) {
        return good(token).build();
    }

    static Response created(IssuedToken token, String path) {
        return good(token).header(HttpHeaders.CONTENT_LOCATION, path).build();
    }

    private static Response.ResponseBuilder good(IssuedToken token) {
        return headers(Response.ok(Answer.of(EnrollmentTokenBody.of(token)), MediaType.APPLICATION_JSON), token);
    }

    static Response unchanged(Response.ResponseBuilder answer, IssuedToken token) {
        return headers(answer, token).build();
    }

    static EntityTag tag(IssuedToken token) {
        return new EntityTag(versionWithoutMail(token) + "-" + hash(token));
    }

    /**
     * Tag with which a condition of a change is compared: the one in {@code If-Match} if only the mail has moved on
     * since, which no change overwrites.
     */
    static EntityTag tag(IssuedToken token, Optional<String> ifMatch) {
        var sameButMail = Pattern.compile("\"(" + versionWithoutMail(token) + "-[0-9a-f]+)\"");
        return ifMatch.map(sameButMail::matcher)
                .filter(Matcher::find)
                .map(named -> new EntityTag(named.group(1)))
                .orElseGet(() -> tag(token));
    }

    private static String versionWithoutMail(IssuedToken token) {
        return hash(token.withoutMail());
    }

    private static String hash(IssuedToken token) {
        var digest = Sha256.hash(JsonAnswerWriter.json(Answer.of(EnrollmentTokenBody.of(token))));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, IssuedToken token) {
        if (token.enrollmentLink() == null) {
            answer.header(HttpHeaders.CACHE_CONTROL, CachingRules.REVALIDATED);
        }
        return answer.tag(tag(token));
    }
}
