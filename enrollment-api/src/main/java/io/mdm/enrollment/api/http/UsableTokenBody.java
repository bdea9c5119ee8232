package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.Language;
import io.mdm.enrollment.api.UsableToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the answers to verification and redemption; see {@link UsableToken}. */
public record UsableTokenBody(
        String id,
        String organizationId,
        String winEnterpriseId,
        @Nullable String winDeviceId,
        String email,
        Language language,
        BatchReportBody.Settings settings,
        Instant expireAt) {

    public static UsableTokenBody of(UsableToken token) {
        return new UsableTokenBody(
                token.tokenId(),
                token.organizationId(),
                token.winEnterpriseId(),
                token.winDeviceId(),
                token.email(),
                token.language(),
                BatchReportBody.Settings.of(token.settings()),
                token.expireAt());
    }
}
