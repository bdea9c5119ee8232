/** Authentication, organization and permission of requests, checked before their bodies are read. */
@NullMarked
package io.mdm.enrollment.web.security;

import org.jspecify.annotations.NullMarked;
