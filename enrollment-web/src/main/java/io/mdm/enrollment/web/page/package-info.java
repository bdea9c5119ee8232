/** What an invited person sees when the personal link is opened. */
@NullMarked
package io.mdm.enrollment.web.page;

import org.jspecify.annotations.NullMarked;
