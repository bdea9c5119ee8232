package io.mdm.enrollment.api.token;

import java.net.URI;

/**
 * Link by which one recipient enrolls a device: a secret.
 *
 * @param entryPage the page for everybody, where address and code can be typed; no slash at its end
 * @param credential of the token; safe in a URL
 */
public record PersonalLink(URI entryPage, String credential) {
    /** In place of a credential in the link of an invitation that is only looked at: it opens nothing. */
    public static final String PREVIEW = "preview";

    /** The address to be opened: the credential below the entry page. */
    public URI uri() {
        return URI.create(entryPage + "/" + credential);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PersonalLink";
    }
}
