package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryTokenMails implements TokenMails {
    private final EnrollmentBatches batches;
    private final InMemoryInvitations invitations;

    public InMemoryTokenMails(EnrollmentBatches batches, InMemoryInvitations invitations) {
        this.batches = batches;
        this.invitations = invitations;
    }

    @Override
    public Map<String, Mail> ofAll(String organizationId, List<EnrollmentToken> tokens) {
        var mails = new HashMap<String, Mail>();
        for (var token : tokens) {
            batches.find(organizationId, token.batchId())
                    .flatMap(batch -> invitations.mail(batch, token.batchIndex()))
                    .ifPresent(mail -> mails.put(token.id(), mail));
        }
        return mails;
    }
}
