package io.mdm.enrollment.api.http;

/** Paths below the context root, in the module's own WAR; a host that embeds the module may prefix them. */
public final class Paths {
    /** First segment of every API route. */
    public static final String API = "v1";
    /** All enrollment tokens of an organization, below {@link #API}. */
    public static final String ENROLLMENT_TOKENS =
            "organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens";
    /** Personal links: this, a slash and the credential. */
    public static final String ENROLL = "enroll";

    private Paths() {}
}
