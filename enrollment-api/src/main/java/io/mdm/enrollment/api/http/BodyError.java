package io.mdm.enrollment.api.http;

import java.util.List;

/**
 * One thing wrong with a request body. It never repeats the refused value.
 *
 * @param path where, from the outside in: keys as {@link String}, positions as {@link Integer}; empty for the whole body
 * @param type what kind, named as Joi names it: {@code any.required}, {@code number.max}, {@code object.unknown}, …
 * @param message what to do about it
 */
public record BodyError(List<Object> path, String type, String message) {}
