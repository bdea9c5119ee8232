package io.mdm.enrollment.host;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Mapper of all failures of the host's API. */
@Provider
public class HostFailureMapper implements ExceptionMapper<Throwable> {
    public static final String ANSWER = "failure in the host's API";

    @Override
    public Response toResponse(Throwable thrown) {
        int status = thrown instanceof WebApplicationException refused
                ? refused.getResponse().getStatus()
                : 500;
        return Response.status(status).type(MediaType.TEXT_PLAIN).entity(ANSWER).build();
    }
}
