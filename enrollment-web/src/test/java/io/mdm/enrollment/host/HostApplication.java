package io.mdm.enrollment.host;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS application of the host, which scans for classes, at the path that the module has in a WAR of its own. */
@ApplicationPath("v1")
public class HostApplication extends Application {}
