package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Admitted and rejected recipients of a request, in request order; each recipient is in exactly one of the lists. */
final class Admission {
    private final Set<String> seen = new HashSet<>();
    private final List<Invitee> admitted = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final int remainingQuota;

    private Admission(int remainingQuota) {
        this.remainingQuota = remainingQuota;
    }

    /**
     * Judges the addresses in request order: the first occurrence of an address counts, and tokens are given away until
     * the quota is used up.
     *
     * @param remainingQuota how many tokens may be issued
     */
    static Admission of(List<String> addresses, LocalPart localPart, int remainingQuota) {
        var admission = new Admission(remainingQuota);
        for (int index = 0; index < addresses.size(); index++) {
            String given = addresses.get(index);
            var recipient = Recipient.of(given, localPart);
            if (recipient.isPresent()) {
                admission.judge(new Invitee(index, recipient.get()), given);
            } else {
                admission.reject(index, given, RecipientOutcome.INVALID);
            }
        }
        return admission;
    }

    private void judge(Invitee invitee, String given) {
        if (!seen.add(invitee.recipient().key())) {
            reject(invitee.index(), given, RecipientOutcome.DUPLICATE);
        } else if (admitted.size() >= remainingQuota) {
            reject(invitee.index(), given, RecipientOutcome.QUOTA);
        } else {
            admitted.add(invitee);
        }
    }

    private void reject(int index, String given, RecipientOutcome reason) {
        rejected.add(new Rejection(index, Recipient.trimmed(given), reason));
    }

    List<Invitee> admitted() {
        return admitted;
    }

    List<Rejection> rejected() {
        return rejected;
    }
}
