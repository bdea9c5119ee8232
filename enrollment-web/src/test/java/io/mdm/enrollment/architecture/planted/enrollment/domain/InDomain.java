package io.mdm.enrollment.architecture.planted.enrollment.domain;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.architecture.planted.enrollment.api.InApi;
import io.mdm.enrollment.architecture.planted.enrollment.persistence.InPersistence;
import io.mdm.enrollment.domain.UseCase;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import javax.sql.DataSource;

public final class InDomain {
    private InDomain() {}

    public interface KnowsTheWire {
        Permission permission();
    }

    public interface KnowsJaxRs {
        Response answer();
    }

    public interface KnowsServlets {
        void answer(HttpServletRequest request);
    }

    public interface KnowsJson {
        JsonObject json();
    }

    public interface KnowsMail {
        Message mail();
    }

    public interface KnowsSql {
        void store() throws SQLException;
    }

    public interface KnowsDataSources {
        DataSource source();
    }

    public interface KnowsPersistence {
        InPersistence.KnowsTheWire store();
    }

    public interface KnowsEntityManagers {
        EntityManager entities();
    }

    public interface KnowsLocks {
        LockModeType lock();
    }

    @Transactional
    public static class IsTransactional {}

    public interface HasTransactions {
        @Transactional
        void store();
    }

    @UseCase
    public static class IsUseCase implements InApi.HasNoSessionBean, InApi.HasOneOfAnotherName {}
}
