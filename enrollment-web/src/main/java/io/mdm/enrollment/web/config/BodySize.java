package io.mdm.enrollment.web.config;

/** Maximum size of a request body. */
public enum BodySize {
    /** 64 KiB, for requests about one token or person. */
    SMALL,
    /** {@code limits.body-bytes}. */
    BULK;

    public static final int SMALL_BYTES = 65_536;

    /** Size in bytes. */
    public long maxBytes(RequestLimits limits) {
        return this == BULK ? limits.bodyBytes() : SMALL_BYTES;
    }
}
