package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;

/**
 * Personal links and codes, by which people reach their token. Only configuration decides where links lead, never a
 * request.
 */
@Dependent
public class PersonalLinks {
    /** The code in an invitation that is only looked at; no token has it. */
    public static final String PREVIEW_CODE = "00000-00000";

    private final URI entryPage;
    private final CredentialFactory credentials;

    @Inject
    public PersonalLinks(ModuleConfiguration configuration, CredentialFactory credentials) {
        this.entryPage = URI.create(configuration.linkBase() + "/enroll");
        this.credentials = credentials;
    }

    /** Whether this node has the key of the token's link and code. */
    public boolean canBeMadeFor(EnrollmentToken token) {
        return credentials.knows(token.seed().keyId());
    }

    /** The link in an invitation that is only looked at. It opens nothing, and its page says so. */
    public PersonalLink preview() {
        return new PersonalLink(entryPage, PersonalLink.PREVIEW);
    }

    /** The link with the token's current credential: a secret. */
    public PersonalLink linkTo(EnrollmentToken token) {
        return new PersonalLink(entryPage, token.credential(credentials).value());
    }

    /** The token's current code, as it is shown: a secret. */
    public String codeOf(EnrollmentToken token) {
        return token.enrollCode(credentials).value();
    }
}
