package io.mdm.enrollment.architecture.planted.enrollment.api;

import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.architecture.planted.enrollment.api.spi.InSpi;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;

public final class InApi {
    private InApi() {}

    public interface KnowsJaxRs {
        Response answer();
    }

    public static class IsInjected {
        @Inject
        List<String> names = List.of();
    }

    public interface KnowsTheWire {
        List<Permission> permissions(Paths paths);
    }

    public interface KnowsTheSpi {
        InSpi port();
    }

    public interface HasNoSessionBean {}

    public interface HasOneOfAnotherName {}
}
