package io.mdm.enrollment.api.report;

/** Kind of a mailing. */
public enum MailingKind {
    /** Promised together with the tokens. */
    INVITATION,
    /** Repeated at a caller's wish. */
    RESEND,
    /** Sent to those who have not enrolled. */
    REMINDER
}
