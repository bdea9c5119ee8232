package io.mdm.enrollment.api.http;

/** Names of permissions, compared exactly with the {@code groups} of a caller's token. */
public final class Permission {
    /** Issue enrollment tokens and see their links. */
    public static final String CREATE = "mdm.windows.enrollmentToken.create";
    /** List tokens and see reports of bulk requests. */
    public static final String LIST = "mdm.windows.enrollmentToken.list";
    /** See one token. */
    public static final String GET = "mdm.windows.enrollmentToken.get";
    /** Change one token. */
    public static final String UPDATE = "mdm.windows.enrollmentToken.update";
    /** Revoke one token. */
    public static final String DELETE = "mdm.windows.enrollmentToken.delete";
    /** Erase a person. */
    public static final String ERASE = "mdm.windows.enrollmentToken.erase";
    /** See the audit record. */
    public static final String AUDIT = "mdm.windows.enrollmentToken.audit";
    /** See and replay webhooks. */
    public static final String WEBHOOK = "mdm.windows.enrollmentToken.webhook";
    /** Resend invitations. */
    public static final String RESEND = "mdm.windows.enrollmentToken.resend";
    /** Redeem tokens for devices on behalf of their recipients. */
    public static final String REDEEM = "mdm.windows.enrollmentToken.redeem";

    private Permission() {}
}
