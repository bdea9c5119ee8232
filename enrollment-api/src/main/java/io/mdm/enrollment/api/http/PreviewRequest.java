package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.PreviewInvitation;
import java.util.Optional;

/**
 * Body of a preview, read and checked.
 *
 * @param request the bulk request
 * @param index position of the recipient
 * @param address of the recipient
 */
public record PreviewRequest(BulkRequest request, Optional<Integer> index, Optional<String> address) {

    public PreviewInvitation toCommand(String organizationId, String requestedBy) {
        return new PreviewInvitation(request.toCommand(organizationId, requestedBy, Optional.empty()), index, address);
    }
}
