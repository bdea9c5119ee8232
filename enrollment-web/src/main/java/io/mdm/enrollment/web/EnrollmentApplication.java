package io.mdm.enrollment.web;

import io.mdm.enrollment.api.DeliveryExecutor;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.answer.JsonAnswerWriter;
import io.mdm.enrollment.web.audit.AuditResource;
import io.mdm.enrollment.web.body.UnknownParametersFilter;
import io.mdm.enrollment.web.bulk.BulkResource;
import io.mdm.enrollment.web.bulk.BulkUpdateResource;
import io.mdm.enrollment.web.bulk.BusyFilter;
import io.mdm.enrollment.web.bulk.PreviewResource;
import io.mdm.enrollment.web.erasure.ErasureResource;
import io.mdm.enrollment.web.idempotency.IdempotencyFilter;
import io.mdm.enrollment.web.idempotency.ReplayedHeaderFilter;
import io.mdm.enrollment.web.limits.LimitsResource;
import io.mdm.enrollment.web.metric.BulkOutcomeFilter;
import io.mdm.enrollment.web.problem.ProblemMapper;
import io.mdm.enrollment.web.redemption.RedemptionResource;
import io.mdm.enrollment.web.report.BulkReportResource;
import io.mdm.enrollment.web.report.BulksResource;
import io.mdm.enrollment.web.resend.ResendResource;
import io.mdm.enrollment.web.security.AuthorizationFilter;
import io.mdm.enrollment.web.telemetry.EarlyRequestTrace;
import io.mdm.enrollment.web.telemetry.LateRequestTrace;
import io.mdm.enrollment.web.token.TokenResource;
import io.mdm.enrollment.web.token.TokensResource;
import io.mdm.enrollment.web.webhook.WebhookResource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * JAX-RS application of the API. It has no path of its own: a {@code web.xml} maps a servlet of its name (Jakarta REST
 * 3.1, section 2.3.2).
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = DeliveryExecutor.NAME, maxAsync = ModuleConfiguration.MAX_MAIL_WORKERS)
@LoginConfig(authMethod = "MP-JWT")
public class EnrollmentApplication extends Application {

    /** Providers without {@code @Provider} apply here only, not to applications of a host that scan for classes. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                BulkResource.class,
                BulkUpdateResource.class,
                PreviewResource.class,
                BulksResource.class,
                BulkReportResource.class,
                TokenResource.class,
                TokensResource.class,
                ResendResource.class,
                RedemptionResource.class,
                ErasureResource.class,
                LimitsResource.class,
                AuditResource.class,
                WebhookResource.class,
                EarlyRequestTrace.class,
                LateRequestTrace.class,
                BusyFilter.class,
                AuthorizationFilter.class,
                UnknownParametersFilter.class,
                IdempotencyFilter.class,
                ReplayedHeaderFilter.class,
                BulkOutcomeFilter.class,
                ProblemMapper.class,
                JsonAnswerWriter.class,
                CachingRules.class);
    }

    /** No WADL: the API describes itself by OpenAPI. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
