package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Ledger.Taken;

/** A mail of the ledger, by what its {@code Message-ID} says: {@code <token.generation.mailing@domain>}. */
record ReminderMail(String tokenId, int mailing, Taken taken) {

    static ReminderMail of(Taken taken) {
        var key =
                taken.messageId().replaceFirst("^<", "").replaceFirst("@.*", "").split("\\.", -1);
        return new ReminderMail(key[0], Integer.parseInt(key[2]), taken);
    }

    boolean isInvitation() {
        return mailing == 0;
    }
}
