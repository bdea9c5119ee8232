package io.mdm.enrollment.web.security;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verification of tokens that the server overlooked. The name of a scheme is case-insensitive (RFC 9110, section 11.1),
 * but some servers look for exactly {@code Bearer} and let everything else pass as anonymous.
 */
@Dependent
class BearerAuthentication {
    private static final Map<Class<?>, Object> NOTHING = Map.of(boolean.class, false, int.class, 0);

    private final Instance<HttpAuthenticationMechanism> mechanism;

    @Inject
    BearerAuthentication(Instance<HttpAuthenticationMechanism> mechanism) {
        this.mechanism = mechanism;
    }

    /** The verified token; empty if the server refuses it. */
    Optional<JsonWebToken> verify(HttpServletRequest request, String token) {
        return mechanism.isResolvable() ? verifyByMechanism(request, token) : verifyByContainer(request);
    }

    private Optional<JsonWebToken> verifyByMechanism(HttpServletRequest request, String token) {
        var login = new Login();
        try {
            mechanism.get().validateRequest(new CanonicalRequest(request, token), null, login);
        } catch (AuthenticationException refused) {
            return Optional.empty();
        }
        return verified(login.principal);
    }

    /** Open Liberty knows the scheme in any case, but not before it is asked. */
    private static Optional<JsonWebToken> verifyByContainer(HttpServletRequest request) {
        try {
            request.authenticate(silentResponse());
        } catch (IOException | ServletException refused) {
            return Optional.empty();
        }
        return verified(request.getUserPrincipal());
    }

    private static Optional<JsonWebToken> verified(@Nullable Principal principal) {
        return principal instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    /** Response for the container's own refusal, which nobody gets. */
    private static HttpServletResponse silentResponse() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                BearerAuthentication.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (response, method, arguments) -> NOTHING.get(method.getReturnType()));
    }

    /** Request with the scheme as the server expects it. */
    private static final class CanonicalRequest extends HttpServletRequestWrapper {
        private final String token;

        CanonicalRequest(HttpServletRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Authorization") ? "Bearer " + token : super.getHeader(name);
        }
    }

    /** Records the principal without telling the container: the request goes on as it is. */
    private static final class Login extends HttpMessageContextWrapper {
        private final Subject subject = new Subject();
        private @Nullable Principal principal;

        Login() {
            super(null);
        }

        @Override
        public Subject getClientSubject() {
            return subject;
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
            principal = result.getCallerPrincipal();
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public AuthenticationStatus responseUnauthorized() {
            return AuthenticationStatus.SEND_FAILURE;
        }

        @Override
        public AuthenticationStatus doNothing() {
            return AuthenticationStatus.NOT_DONE;
        }
    }
}
