package io.mdm.enrollment.api;

import java.io.Serializable;
import java.time.Duration;

/**
 * Rate limit as far as it is used up.
 *
 * @param quota how many are allowed within the window
 * @param window time within which the quota counts
 * @param remaining how many are left of it
 * @param retryAfter time after which there is room for what was refused
 */
public record RateLimit(int quota, Duration window, int remaining, Duration retryAfter) implements Serializable {}
