package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.mail.Mail;
import java.util.List;
import java.util.Map;

/** Invitations of single tokens. */
public interface TokenMails {

    /**
     * Invitations by the ids of their tokens; a token without a promised one is absent.
     *
     * @param tokens of the organization
     */
    Map<String, Mail> ofAll(String organizationId, List<EnrollmentToken> tokens);
}
