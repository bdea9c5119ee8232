package io.mdm.enrollment.api.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Particulars of one recipient, which win over the settings shared by all of the request.
 *
 * @param name for the greeting and the address line of the mail, one line of at most 128 UTF-16 units; null for none
 * @param language of the mail; null for the shared one
 * @param changes to the shared settings; empty if there are none
 */
public record Particulars(
        @Personal @Nullable String name, @Nullable Language language, Optional<TokenChanges> changes) {
    /** Of a recipient to whom the shared settings apply. */
    public static final Particulars NONE = new Particulars(null, null, Optional.empty());

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Particulars";
    }
}
