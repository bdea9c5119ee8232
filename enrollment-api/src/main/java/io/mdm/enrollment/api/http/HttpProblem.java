package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.EnrollmentProblem;

/**
 * Failures of the HTTP API: status, code and message of each.
 *
 * <p>Codes 3001, 4002, 4004, 5050 and 5145 are those of the published API page; the others extend it.
 */
public enum HttpProblem {
    INTERNAL_ERROR(500, 1000, "Internal error"),
    SERVER_BUSY(503, 1001, "Server busy"),
    ROUTE_NOT_FOUND(404, 1002, "Route not found"),
    METHOD_NOT_ALLOWED(405, 1002, "Route not found"),
    UNSUPPORTED_MEDIA_TYPE(415, 3000, "Validation Error"),
    IDEMPOTENCY_KEY_REUSED(422, 3000, "Validation Error"),
    ENTITY_NOT_FOUND(404, 3001, "Entity not found"),
    DATABASE_UNAVAILABLE(503, 3002, "Database Error"),
    NO_TOKEN(401, 4002, "No auth token"),
    FORBIDDEN(403, 4003, "Forbidden - You are not allowed to perform this action"),
    INVALID_TOKEN(401, 4004, "Invalid Token"),
    STILL_RUNNING(409, 5001, "Conflict"),
    ALREADY_SENDING(409, 5004, "Mails are already leaving"),
    PRECONDITION_FAILED(412, 5002, "Precondition Failed"),
    TOKEN_NOT_USABLE(409, 5003, "Token not usable"),
    BODY_TOO_LARGE(413, 5017, "Limit Exceeded"),
    TOO_MANY_RECIPIENTS(400, 5017, "Limit Exceeded"),
    QUOTA_REACHED(400, 5017, "Limit Exceeded"),
    HOURLY_RECIPIENTS_REACHED(429, 5017, "Limit Exceeded"),
    RESENT_TOO_SOON(429, 5017, "Limit Exceeded"),
    TEST_MAILS_REACHED(429, 5017, "Limit Exceeded"),
    FEATURE_NOT_IN_PLAN(400, 5050, "Feature not allowed for you billing plan"),
    VALIDATION_FAILED(400, 5145, "Error creating winEnrollmentToken");

    private final int status;
    private final int code;
    private final String message;

    HttpProblem(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** The failure that answers a command refused by a use case. */
    public static HttpProblem of(EnrollmentProblem problem) {
        return switch (problem) {
            case ENTITY_NOT_FOUND -> ENTITY_NOT_FOUND;
            case IDEMPOTENCY_KEY_REUSED -> IDEMPOTENCY_KEY_REUSED;
            case STILL_RUNNING -> STILL_RUNNING;
            case BUSY -> SERVER_BUSY;
            case QUOTA_REACHED -> QUOTA_REACHED;
            case HOURLY_RECIPIENTS_REACHED -> HOURLY_RECIPIENTS_REACHED;
            case RESENT_TOO_SOON -> RESENT_TOO_SOON;
            case TEST_MAILS_REACHED -> TEST_MAILS_REACHED;
            case UNREACHABLE_CALLER -> FORBIDDEN;
            case INVALID_RECIPIENT, SEND_TIME_PASSED, SEND_TIME_TOO_FAR -> VALIDATION_FAILED;
            case ALREADY_SENDING -> ALREADY_SENDING;
            case DATABASE_UNAVAILABLE -> DATABASE_UNAVAILABLE;
        };
    }

    /** The HTTP status (RFC 9110, section 15). */
    public int status() {
        return status;
    }

    /** The code of the failure envelope. */
    public int code() {
        return code;
    }

    /** The message of the failure envelope. */
    public String message() {
        return message;
    }
}
