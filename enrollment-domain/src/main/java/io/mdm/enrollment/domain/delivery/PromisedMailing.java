package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.report.MailingKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One mailing of a batch: what its invitations have in common.
 *
 * @param number {@link DeliveryLane#FIRST_MAILING} or, of a later one, as it was begun
 * @param requested whether a caller asked for it after the first: then it goes to suppressed recipients as well
 * @param note an extra paragraph in place of the batch's; empty for the batch's
 */
public record PromisedMailing(
        int number, MailingKind kind, boolean requested, Optional<String> note, Instant promisedAt) {

    /** The one that was promised together with the tokens. */
    static PromisedMailing first(Instant promisedAt) {
        return new PromisedMailing(
                DeliveryLane.FIRST_MAILING, MailingKind.INVITATION, false, Optional.empty(), promisedAt);
    }

    /** Invitations once more, at a caller's wish. */
    public static PromisedMailing resend(int number, Optional<String> note, Instant now) {
        return new PromisedMailing(number, MailingKind.RESEND, true, note, now);
    }

    /** Reminders at a caller's wish. */
    public static PromisedMailing requestedReminder(int number, Optional<String> note, Instant now) {
        return new PromisedMailing(number, MailingKind.REMINDER, true, note, now);
    }

    /** Reminders that a batch asked for when it was created. */
    static PromisedMailing dueReminder(int number, Instant now) {
        return new PromisedMailing(number, MailingKind.REMINDER, false, Optional.empty(), now);
    }

    boolean isReminder() {
        return kind == MailingKind.REMINDER;
    }

    /** The kind and the number: the note may name people. */
    @Override
    public String toString() {
        return "PromisedMailing[" + kind + " " + number + "]";
    }
}
