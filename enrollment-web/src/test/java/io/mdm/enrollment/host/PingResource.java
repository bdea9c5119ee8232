package io.mdm.enrollment.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** API of the host. */
@Path("ping")
public class PingResource {
    public static final String ANSWER = "pong";

    @GET
    public String ping() {
        return ANSWER;
    }

    @GET
    @Path("failure")
    public String fail() {
        throw new IllegalStateException("a failure of the host");
    }
}
