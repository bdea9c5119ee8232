package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AngusRepliesTest {
    private final Session session = Session.getInstance(new Properties());

    @Test
    void starts_on_a_server_whose_mail_implementation_tells_reply_codes() {
        assertThatCode(() -> AngusReplies.check(session)).doesNotThrowAnyException();
    }

    @Test
    void does_not_start_where_the_transport_tells_none() throws NoSuchProviderException {
        session.setProvider(smtp(Silent.class));

        assertThatIllegalStateException()
                .isThrownBy(() -> AngusReplies.check(session))
                .withMessageContaining("reply codes")
                .withCauseInstanceOf(NoSuchMethodException.class);
    }

    @Test
    void does_not_start_where_the_exceptions_are_others() throws NoSuchProviderException {
        session.setProvider(smtp(WithoutExceptions.class));

        assertThatIllegalStateException()
                .isThrownBy(() -> AngusReplies.check(session))
                .withCauseInstanceOf(ClassNotFoundException.class);
    }

    private static Provider smtp(Class<? extends Transport> transport) {
        return new Provider(Provider.Type.TRANSPORT, "smtp", transport.getName(), "Acme", "1");
    }

    /** Transport of another implementation. */
    public static class Silent extends Transport {
        public Silent(Session session, URLName url) {
            super(session, url);
        }

        @Override
        public void sendMessage(Message message, Address[] addresses) {
            throw new UnsupportedOperationException();
        }
    }

    /** Transport with a last reply code, in a package without the exceptions. */
    public static final class WithoutExceptions extends Silent {
        public WithoutExceptions(Session session, URLName url) {
            super(session, url);
        }

        public int getLastReturnCode() {
            return 250;
        }

        public String getLastServerResponse() {
            return "250 fine";
        }

        public @Nullable String getExtensionParameter(String extension) {
            return null;
        }
    }
}
