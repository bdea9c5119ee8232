/** The rules of enrollment: who gets a token, what it opens, and how the invitation reaches its recipient. */
@NullMarked
package io.mdm.enrollment.domain;

import org.jspecify.annotations.NullMarked;
