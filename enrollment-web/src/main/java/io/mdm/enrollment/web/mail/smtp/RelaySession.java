package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.mime.Sender;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** Mail session, made in code: what servers offer for it differs, and some of it logs whole messages. */
final class RelaySession {
    /** Property with the address in MAIL. */
    static final String SENDER = "mail.smtp.from";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(60);
    private static final Duration WRITE = Duration.ofSeconds(30);

    private RelaySession() {}

    static Session of(MailConfiguration configuration, Sender sender) {
        var properties = new Properties();
        properties.setProperty("mail.debug", "false");
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", millis(CONNECT));
        properties.setProperty("mail.smtp.timeout", millis(READ));
        properties.setProperty("mail.smtp.writetimeout", millis(WRITE));
        // given, so that Angus need not ask the DNS for this node's name
        properties.setProperty("mail.smtp.localhost", sender.domain());
        properties.setProperty(SENDER, sender.address());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(configuration.user().isPresent()));
        properties.setProperty("mail.smtp.sendpartial", "false");
        // a relay that answers nothing more must not hold the worker for another read timeout
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(configuration.smtpUtf8()));
        properties.put("mail.smtp.socketFactory", new DeadlineSockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        encrypt(properties, configuration.tls());
        return Session.getInstance(properties);
    }

    private static void encrypt(Properties properties, MailConfiguration.Tls tls) {
        switch (tls) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case OPTIONAL -> properties.setProperty("mail.smtp.starttls.enable", "true");
            case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
