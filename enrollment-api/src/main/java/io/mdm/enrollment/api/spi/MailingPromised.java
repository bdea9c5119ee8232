package io.mdm.enrollment.api.spi;

import io.mdm.enrollment.api.report.MailingKind;

/** CDI event: a mailing was promised, in the running transaction. */
public record MailingPromised(MailingKind kind) {}
