package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;

/** Makes what a server injects. */
public final class TokenDescriptionsMaker {
    private TokenDescriptionsMaker() {}

    public static TokenDescriptions of(EnrollmentBatches batches, MdmDirectory directory, ModuleClock clock) {
        var descriptions = new TokenDescriptions();
        descriptions.batches = batches;
        descriptions.directory = directory;
        descriptions.links = LinkMaker.with(Examples.configuration());
        descriptions.clock = clock;
        return descriptions;
    }
}
