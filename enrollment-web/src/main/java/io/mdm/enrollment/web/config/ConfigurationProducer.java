package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Producer of the configuration and its parts, read once. Records cannot be proxied, so the scope is a pseudo-scope;
 * the first injection of any part reports all bad keys.
 */
@ApplicationScoped
class ConfigurationProducer {

    @Produces
    @Singleton
    static Configuration read(Config config) {
        return Configuration.from(config);
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
    static PageConfiguration pages(Configuration configuration) {
        return configuration.pages();
    }
}
