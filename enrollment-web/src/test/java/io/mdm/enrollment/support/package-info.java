/**
 * What the integration tests and the development server share: a server to start, an inbox, tokens, and drivers that
 * speak to them.
 */
@NullMarked
package io.mdm.enrollment.support;

import org.jspecify.annotations.NullMarked;
