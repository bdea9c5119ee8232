package io.mdm.enrollment.architecture.planted.enrollment.web;

import io.mdm.enrollment.architecture.planted.enrollment.api.InApi;
import io.mdm.enrollment.architecture.planted.enrollment.domain.InDomain;
import io.mdm.enrollment.architecture.planted.enrollment.persistence.InPersistence;
import io.mdm.enrollment.web.openapi.OpenApiFilter;
import io.opentelemetry.api.trace.Span;
import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.mail.Message;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.openapi.OASFilter;

public final class InWeb {
    private InWeb() {}

    public interface KnowsDomain {
        InDomain.KnowsJson domain();
    }

    public interface KnowsPersistence {
        InPersistence.KnowsWeb persistence();
    }

    public interface KnowsEntityManagers {
        EntityManager entities();
    }

    public interface SpeaksSmtp {
        Message mail();
    }

    public static class ReadsJson {
        static void read(InputStream stream) {
            Json.createReader(stream).close();
        }
    }

    public interface KnowsOpenApi {
        OASFilter filter();
    }

    public interface KnowsMetrics {
        MetricRegistry registry();
    }

    public interface KnowsSpans {
        Span span();
    }

    public interface KnowsTheFilter {
        OpenApiFilter filter();
    }

    public interface ParsesJson {
        JsonParser parser();
    }

    public interface ImplementsUseCases extends InApi.KnowsTheSpi {}

    @Stateless(name = "Other")
    public static class IsSessionBean implements InApi.HasOneOfAnotherName {}
}
