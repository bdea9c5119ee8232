package io.mdm.enrollment.api.http;

/** The names that must stand, exactly so, in the {@code groups} of a caller's token. */
public final class Permission {
    /** Issue enrollment tokens and see their links. */
    public static final String CREATE = "mdm.windows.enrollmentToken.create";
    /** See what became of a bulk request. */
    public static final String LIST = "mdm.windows.enrollmentToken.list";
    /** Use tokens for devices, on behalf of the people who hold them. */
    public static final String REDEEM = "mdm.windows.enrollmentToken.redeem";

    /** Have invitations sent once more. */
    public static final String RESEND = "mdm.windows.enrollmentToken.resend";

    private Permission() {}
}
