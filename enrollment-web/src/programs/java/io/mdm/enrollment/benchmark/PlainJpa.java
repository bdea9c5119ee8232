package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.Tenant;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The same work as an ordinary application does it, without HTTP: one entity for each recipient, then one mail for each
 * over one connection, by the means of Jakarta EE and before the answer. It is our own baseline, nobody's product.
 *
 * @param html of every mail
 */
record PlainJpa(EntityManagerFactory factory, Session mail, int relayPort, String html) implements AutoCloseable {

    static PlainJpa on(LocalPostgres postgres, int relayPort, String html) {
        var factory = Persistence.createEntityManagerFactory(
                "plain",
                Map.of(
                        "jakarta.persistence.jdbc.url", postgres.jdbcUrl(),
                        "jakarta.persistence.jdbc.user", postgres.user(),
                        "jakarta.persistence.jdbc.password", postgres.password()));
        return new PlainJpa(factory, Session.getInstance(new Properties()), relayPort, html);
    }

    void invite(Tenant tenant, int recipients) throws Exception {
        var tokens = new ArrayList<PlainToken>();
        for (int number = 0; number < recipients; number++) {
            tokens.add(new PlainToken(tenant, tenant.address("plain-" + number)));
        }
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            tokens.forEach(entities::persist);
            entities.getTransaction().commit();
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), relayPort);
                var transport = (SMTPTransport) mail.getTransport("smtp")) {
            socket.setTcpNoDelay(true); // or every mail waits 40 ms for a delayed acknowledgement
            transport.connect(socket);
            for (var token : tokens) {
                send(token, transport);
            }
        }
    }

    private void send(PlainToken token, Transport transport) throws MessagingException {
        var message = new MimeMessage(mail);
        message.setFrom(new InternetAddress("enrollment@mdm.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(token.email()));
        message.setSubject("Enroll your Windows device");
        message.setContent(html, "text/html; charset=utf-8");
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
        factory.close();
    }
}
