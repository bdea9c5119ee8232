package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.CheckedBatch;
import io.mdm.enrollment.api.CheckedBatch.CheckedRecipient;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.recipient.Suggestion;
import io.mdm.enrollment.domain.token.HeldToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Admitted and rejected recipients of a request, in request order; each recipient is in exactly one of the lists. */
final class Admission {
    private final Set<String> seen = new HashSet<>();
    private final List<Invitee> admitted = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<HeldToken> replaced = new ArrayList<>();
    private final Holders holders;
    private long remainingQuota;

    private Admission(Holders holders, int remainingQuota) {
        this.holders = holders;
        this.remainingQuota = remainingQuota;
    }

    /**
     * Judges the addresses in request order: the first occurrence of an address counts, and tokens are given away until
     * the quota is used up. A token that is replaced makes room for another one.
     *
     * @param remainingQuota how many more tokens may be live
     */
    static Admission of(IssueTokens command, LocalPart localPart, Holders holders, int remainingQuota) {
        var admission = new Admission(holders, remainingQuota);
        for (int index = 0; index < command.addresses().size(); index++) {
            String given = command.addresses().get(index);
            var recipient = recipient(given, command, localPart);
            if (recipient.isPresent()) {
                admission.judge(new Invitee(index, recipient.get(), command.particularsOf(index)), given);
            } else {
                admission.reject(index, given, RecipientOutcome.INVALID);
            }
        }
        return admission;
    }

    /** The recipient with an address as given, or as the command lets it be repaired. */
    static Optional<Recipient> recipient(String given, IssueTokens command, LocalPart localPart) {
        var recipient = Recipient.of(given, localPart);
        return recipient.isPresent() || !command.repairAddresses()
                ? recipient
                : Suggestion.of(given, localPart).map(Recipient::ofAdmitted);
    }

    private void judge(Invitee invitee, String given) {
        if (!seen.add(invitee.recipient().key())) {
            reject(invitee.index(), given, RecipientOutcome.DUPLICATE);
        } else if (holders.isSkipped(invitee.recipient())) {
            reject(invitee.index(), given, RecipientOutcome.PENDING);
        } else {
            admitWithinQuota(invitee, given);
        }
    }

    private void admitWithinQuota(Invitee invitee, String given) {
        var ended = holders.replacedFor(invitee.recipient());
        long left = remainingQuota + ended.size() - 1;
        if (left < 0) {
            reject(invitee.index(), given, RecipientOutcome.QUOTA);
        } else {
            admitted.add(invitee);
            replaced.addAll(ended);
            remainingQuota = left;
        }
    }

    private void reject(int index, String given, RecipientOutcome reason) {
        rejected.add(new Rejection(index, Recipient.trimmed(given), reason));
    }

    /** Everybody, in request order. */
    CheckedBatch checked(LocalPart localPart) {
        var all = Stream.concat(
                admitted.stream()
                        .map(invitee -> new CheckedRecipient(
                                invitee.index(), invitee.recipient().address(), RecipientOutcome.CREATED, null, null)),
                rejected.stream().map(rejection -> checked(rejection, localPart)));
        return new CheckedBatch(
                all.sorted(Comparator.comparingInt(CheckedRecipient::index)).toList());
    }

    private static CheckedRecipient checked(Rejection rejection, LocalPart localPart) {
        boolean isInvalid = rejection.reason() == RecipientOutcome.INVALID;
        return new CheckedRecipient(
                rejection.index(),
                rejection.email(),
                rejection.reason(),
                isInvalid ? Recipient.faultOf(rejection.email(), localPart).orElse(null) : null,
                isInvalid ? Suggestion.of(rejection.email(), localPart).orElse(null) : null);
    }

    List<Invitee> admitted() {
        return admitted;
    }

    List<Rejection> rejected() {
        return rejected;
    }

    /** Tokens that admitted recipients held, and that are to be revoked. */
    List<HeldToken> replaced() {
        return replaced;
    }
}
