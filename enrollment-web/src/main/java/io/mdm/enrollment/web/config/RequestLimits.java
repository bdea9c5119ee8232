package io.mdm.enrollment.web.config;

/**
 * Limits of requests.
 *
 * @param recipients addresses in one bulk request
 * @param bodyBytes bytes of the body of a bulk request
 * @param emailText UTF-16 units of the extra paragraph
 * @param durationMin shortest life of a token, in seconds
 * @param durationMax longest life of a token, in seconds
 * @param concurrentBulks bulk requests at work at once on this node
 */
public record RequestLimits(
        int recipients,
        long bodyBytes,
        int emailText,
        long durationMin,
        long durationMax,
        int concurrentBulks,
        UnknownFields unknownFields) {

    /** Treatment of unknown keys of a body itself; those of objects within it are always refused. */
    public enum UnknownFields {
        REFUSE,
        IGNORE
    }

    /** Unknown fields are refused. */
    public RequestLimits(
            int recipients, long bodyBytes, int emailText, long durationMin, long durationMax, int concurrentBulks) {
        this(recipients, bodyBytes, emailText, durationMin, durationMax, concurrentBulks, UnknownFields.REFUSE);
    }
}
