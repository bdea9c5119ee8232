package io.mdm.enrollment.receiver;

/** Result of looking at a request, with the HTTP status that it is answered with. */
public enum Verification {
    VALID(204, "valid"),
    HEADER_MISSING(401, "a header is missing"),
    TIMESTAMP_INVALID(401, "the timestamp is not a number"),
    TIMESTAMP_TOO_OLD(401, "the timestamp is too old"),
    TIMESTAMP_TOO_NEW(401, "the timestamp is in the future"),
    NO_MATCH(401, "no signature matches"),
    /** Not 2xx, so that the sender keeps the events and somebody notices. */
    NOT_A_BATCH(400, "valid, but not a batch of events"),
    MEDIA_TYPE(415, "another media type"),
    TOO_LARGE(413, "too large");

    private final int status;
    private final String words;

    Verification(int status, String words) {
        this.status = status;
        this.words = words;
    }

    public int status() {
        return status;
    }

    public String words() {
        return words;
    }
}
