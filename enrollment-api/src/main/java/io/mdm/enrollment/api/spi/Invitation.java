package io.mdm.enrollment.api.spi;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invitation, with all that its mail says.
 *
 * @param messageKey stays the same however often this invitation is tried, and differs from every other's, also from
 *     those of the same token that were resent; printable ASCII
 * @param address the recipient's, its domain in A-labels (RFC 5890)
 * @param name the recipient's, one line; null for none
 * @param displayName null for none
 * @param emailText an extra paragraph, lines ended by {@code \n}, in which variables such as <code>{{name}}</code> may
 *     stand; null for none
 * @param link the personal enrollment link: a secret
 * @param enrollCode the code to be typed instead, together with the address, as it is shown: a secret
 * @param expireAt the first instant at which the link no longer works, nor does the code
 * @param organization that invites, with its Windows enterprise
 * @param reminding empty for what is no reminder
 */
public record Invitation(
        String messageKey,
        String address,
        @Nullable String name,
        Language language,
        @Nullable String displayName,
        @Nullable String emailText,
        PersonalLink link,
        String enrollCode,
        Instant expireAt,
        Organization organization,
        Optional<Reminding> reminding) {

    /**
     * What makes it a reminder.
     *
     * @param firstMessageKey of the invitation that it reminds of; empty if none was asked for
     */
    public record Reminding(Optional<String> firstMessageKey) {}

    /** No reminder, to somebody whose name is not known. */
    public Invitation(
            String messageKey,
            String address,
            Language language,
            @Nullable String displayName,
            @Nullable String emailText,
            PersonalLink link,
            String enrollCode,
            Instant expireAt,
            Organization organization) {
        this(
                messageKey,
                address,
                null,
                language,
                displayName,
                emailText,
                link,
                enrollCode,
                expireAt,
                organization,
                Optional.empty());
    }

    /** The key, and nothing that is secret or personal. */
    @Override
    public String toString() {
        return "Invitation[" + messageKey + "]";
    }
}
