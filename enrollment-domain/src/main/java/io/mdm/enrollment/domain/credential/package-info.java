/**
 * Bearer string of a personal link, and the short code beside it. Both are derived whenever they are needed and never
 * stored: a row keeps the salt and the key id, the server keeps the keys, and neither opens anything without the other.
 */
@NullMarked
package io.mdm.enrollment.domain.credential;

import org.jspecify.annotations.NullMarked;
