package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/**
 * Makes the links and codes by which people reach their token. Only configuration decides where links lead, never a
 * request.
 */
@ApplicationScoped
public class PersonalLinks {
    @Inject
    ModuleConfiguration configuration;

    @Inject
    CredentialFactory credentials;

    /** The link with the token's current credential: a secret. */
    public URI linkTo(EnrollmentToken token) {
        return URI.create(configuration.linkBase() + "/enroll/"
                + token.credential(credentials).value());
    }

    /** The token's current code, as it is shown: a secret. */
    public String codeOf(EnrollmentToken token) {
        return token.enrollCode(credentials).value();
    }
}
