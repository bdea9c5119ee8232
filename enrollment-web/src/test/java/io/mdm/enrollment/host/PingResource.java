package io.mdm.enrollment.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** API of the host. */
@Path("ping")
public class PingResource {
    /** Answer that JSON-B writes without its absent name, and other libraries otherwise. */
    public record Version(@Nullable String name, LocalDate since) {}

    public static final String ANSWER = "pong";

    @GET
    public String ping() {
        return ANSWER;
    }

    @GET
    @Path("version")
    @Produces(MediaType.APPLICATION_JSON)
    public Version version() {
        return new Version(null, LocalDate.of(2026, 1, 2));
    }

    @GET
    @Path("failure")
    public String fail() {
        throw new IllegalStateException("a failure of the host");
    }
}
