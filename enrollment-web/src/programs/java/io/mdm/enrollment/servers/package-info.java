/** The table of application servers in {@code docs/deploying.md}, from the results of the integration tests. */
@NullMarked
package io.mdm.enrollment.servers;

import org.jspecify.annotations.NullMarked;
