package io.mdm.enrollment.api.token;

import org.jspecify.annotations.Nullable;

/**
 * One further policy of an enrolled device.
 *
 * @param winPolicyId the policy; null when only a priority was given
 * @param priority 0 to 10000
 */
public record PolicyAssignment(@Nullable String winPolicyId, int priority) {}
