package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.credential.CredentialFactory;

/** Puts together what the container would. */
public final class LinkMaker {
    private LinkMaker() {}

    public static PersonalLinks with(ModuleConfiguration configuration) {
        var links = new PersonalLinks();
        links.configuration = configuration;
        links.credentials = new CredentialFactory(configuration);
        return links;
    }
}
