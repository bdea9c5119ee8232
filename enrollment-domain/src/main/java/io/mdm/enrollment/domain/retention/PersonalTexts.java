package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.recipient.AddressPattern;
import java.util.Optional;

/** Texts of callers in which a person's address may stand. Only those of one organization are read. */
public interface PersonalTexts {

    /**
     * Erases every setting of requests and of single tokens, and every text of a mailing, in which the address stands,
     * as a whole: what surrounds it may name the person too. Of lists, only such elements.
     */
    void eraseSettings(String organizationId, AddressPattern address);

    /** Erases the texts of the batch's mailings. */
    void eraseNotes(EnrollmentBatch batch);

    /**
     * Erases rejected addresses with this {@link io.mdm.enrollment.domain.recipient.Recipient#hash hash}, and other
     * rejected texts in which the address stands.
     *
     * @return how many there were
     */
    int eraseRejected(String organizationId, long addressHash, Optional<AddressPattern> address);
}
