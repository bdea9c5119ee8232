package io.mdm.enrollment.api.http;

/** The names that must stand, exactly so, in the {@code groups} of a caller's token. */
public final class Permission {
    /** Issue enrollment tokens and see their links. */
    public static final String CREATE = "mdm.windows.enrollmentToken.create";
    /** See which tokens there are, and what became of a bulk request. */
    public static final String LIST = "mdm.windows.enrollmentToken.list";
    /** See one token. */
    public static final String GET = "mdm.windows.enrollmentToken.get";
    /** Change one token. */
    public static final String UPDATE = "mdm.windows.enrollmentToken.update";
    /** Take one token back. */
    public static final String DELETE = "mdm.windows.enrollmentToken.delete";
    /** Erase a person. */
    public static final String ERASE = "mdm.windows.enrollmentToken.erase";
    /** Have invitations sent once more. */
    public static final String RESEND = "mdm.windows.enrollmentToken.resend";
    /** Use tokens for devices, on behalf of the people who hold them. */
    public static final String REDEEM = "mdm.windows.enrollmentToken.redeem";

    private Permission() {}
}
