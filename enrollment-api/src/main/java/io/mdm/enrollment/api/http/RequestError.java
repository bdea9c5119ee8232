package io.mdm.enrollment.api.http;

import java.util.List;

/**
 * Error in a request: in its body, a query parameter or a header. It never repeats the refused value.
 *
 * @param path location from the outside in: keys as {@link String}, positions as {@link Integer}; empty for the whole
 *     body
 * @param type kind of error, named as Joi names it: {@code any.required}, {@code number.max}, {@code object.unknown}, …
 * @param message what is accepted instead
 */
public record RequestError(List<Object> path, String type, String message) {}
