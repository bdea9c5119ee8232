package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;

/** Login of another WAR of the server, which asks for a password. */
final class Login {
    /** Descriptor of such a WAR. */
    static final String DESCRIPTOR = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>private</web-resource-name><url-pattern>/private/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>administrator</role-name></auth-constraint>
              </security-constraint>
              <login-config><auth-method>BASIC</auth-method></login-config>
              <security-role><role-name>administrator</role-name></security-role>
            </web-app>
            """;

    private Login() {}

    /** @param contextRoot of the WAR, with slashes at both ends */
    static void assertKept(EnrollmentServer server, String contextRoot) {
        for (var caller : new EnrollmentServer[] {server, server.as("bad"), server.asNobody()}) {
            var refused = caller.get(contextRoot + "private/page");
            assertThat(refused.status()).as(refused.body()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWithIgnoringCase("Basic");
        }
    }
}
