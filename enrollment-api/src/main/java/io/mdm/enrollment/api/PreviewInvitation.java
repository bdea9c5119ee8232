package io.mdm.enrollment.api;

import java.util.Optional;

/**
 * Command to write the invitation that one recipient of a bulk request would get.
 *
 * @param request as it would be issued; it may have no recipients
 * @param index position of the recipient in the request; empty for the one with the address
 * @param address of the recipient, who gets the particulars that the request has for it; empty, and without an index
 *     too, for the first recipient whose address is valid, or an example if there is none
 */
public record PreviewInvitation(IssueTokens request, Optional<Integer> index, Optional<String> address) {}
