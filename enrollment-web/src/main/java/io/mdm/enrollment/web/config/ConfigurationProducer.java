package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the configuration once and hands out its parts, unproxied, for records cannot be proxied. Whoever asks first for
 * any part learns of all bad keys.
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
