package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.api.spi.TracedLogger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;

/**
 * Producer of the configuration and its parts, read once. Records cannot be proxied, so the scope is a pseudo-scope;
 * the first injection of any part reports all bad keys.
 */
@ApplicationScoped
class ConfigurationProducer {
    private static final Logger LOG = TracedLogger.of(ConfigurationProducer.class);

    @Produces
    @Singleton
    static Configuration read(Config config) {
        var configuration = Configuration.from(config);
        RiskySettings.warnings(configuration).forEach(warning -> LOG.log(Level.WARNING, warning));
        return configuration;
    }

    @Produces
    @Singleton
    static ModuleConfiguration module(Configuration configuration) {
        return configuration.module();
    }

    @Produces
    @Singleton
    static Retention retention(Configuration configuration) {
        return configuration.retention();
    }

    @Produces
    @Singleton
    static MailConfiguration mail(Configuration configuration) {
        return configuration.mail();
    }

    @Produces
    @Singleton
    static RequestLimits limits(Configuration configuration) {
        return configuration.limits();
    }

    @Produces
    @Singleton
    static CallerConfiguration callers(Configuration configuration) {
        return configuration.callers();
    }

    @Produces
    @Singleton
    static WebhookConfiguration webhooks(Configuration configuration) {
        return configuration.webhooks();
    }

    @Produces
    @Singleton
    static PageConfiguration pages(Configuration configuration) {
        return configuration.pages();
    }
}
