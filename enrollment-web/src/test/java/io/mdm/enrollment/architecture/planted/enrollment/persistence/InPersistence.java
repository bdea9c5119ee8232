package io.mdm.enrollment.architecture.planted.enrollment.persistence;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response;

public final class InPersistence {
    private InPersistence() {}

    public interface KnowsTheWire {
        Permission permission();
    }

    public interface KnowsJaxRs {
        Response answer();
    }

    public interface KnowsWeb {
        RequiresPermission permission();
    }

    @Entity
    public static class Stranded {
        @Id
        String id = "";
    }
}
