/** Rules of enrollment: admission, tokens and their credentials, and the delivery of invitations. */
@NullMarked
package io.mdm.enrollment.domain;

import org.jspecify.annotations.NullMarked;
