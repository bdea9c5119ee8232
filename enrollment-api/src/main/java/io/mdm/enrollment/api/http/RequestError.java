package io.mdm.enrollment.api.http;

import java.util.List;
import java.util.Map;

/**
 * Error in a request: in its body, a query parameter or a header. It never repeats the refused value.
 *
 * @param path location from the outside in: keys as {@link String}, positions as {@link Integer}; empty for the whole
 *     body
 * @param type kind of error, named as Joi names it: {@code any.required}, {@code number.max}, {@code object.unknown}, …
 * @param message what is accepted instead
 * @param context the same for programs, in numbers, strings and lists of strings: {@code limit} for a bound,
 *     {@code valids} for accepted constants, {@code line} of a file; otherwise empty. Nothing of it comes from the
 *     caller
 */
public record RequestError(List<Object> path, String type, String message, Map<String, Object> context) {}
