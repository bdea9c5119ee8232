/** Configuration by the operator, read from MicroProfile Config and checked as a whole before anything starts. */
@NullMarked
package io.mdm.enrollment.web.config;

import org.jspecify.annotations.NullMarked;
