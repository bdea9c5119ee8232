/**
 * The bearer string of a personal link: how it looks, how it is made and how it is checked. It is derived whenever it is
 * needed and never stored; a row keeps the salt and the key id, the server keeps the keys, and neither opens anything
 * without the other.
 */
@NullMarked
package io.mdm.enrollment.domain.credential;

import org.jspecify.annotations.NullMarked;
