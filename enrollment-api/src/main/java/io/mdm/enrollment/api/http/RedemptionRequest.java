package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.token.Proof;

/**
 * Body of a redemption, read and checked.
 *
 * @param winDeviceId 24 lower-case hexadecimal digits
 */
public record RedemptionRequest(Proof proof, String winDeviceId) {}
