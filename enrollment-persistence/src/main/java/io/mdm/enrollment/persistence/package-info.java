/** Where the rules of the domain meet PostgreSQL. */
@NullMarked
package io.mdm.enrollment.persistence;

import org.jspecify.annotations.NullMarked;
