package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.Organization;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask.
 *
 * @param email as the organization gave it, empty for none
 * @param phone as the organization gave it, empty for none
 */
record Contact(String name, String email, String phone) {

    /** Empty for an organization that names none. */
    static Optional<Contact> of(Organization organization) {
        return organization
                .windowsEnterprise()
                .map(enterprise -> new Contact(
                        organization.name(), given(enterprise.contactEmail()), given(enterprise.contactPhone())))
                .filter(contact -> !contact.email.isEmpty() || !contact.phone.isEmpty());
    }

    /** RFC 6068. */
    String mailto() {
        return "mailto:" + DeepLink.encoded(email).replace("%40", "@");
    }

    /** RFC 3966, without the visual separators. */
    String tel() {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    private static String given(@Nullable String way) {
        return way == null ? "" : way.strip();
    }
}
