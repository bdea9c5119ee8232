/** Pages that an invited person sees in the browser. */
@NullMarked
package io.mdm.enrollment.web.page;

import org.jspecify.annotations.NullMarked;
