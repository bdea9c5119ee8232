/** What the module itself does when a token was created. */
@NullMarked
package io.mdm.enrollment.web.delivery;

import org.jspecify.annotations.NullMarked;
