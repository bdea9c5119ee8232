package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalIT extends SharedServer {
    private static final String BODY = """
            {"sendEmail": false, "userEmails": ["refused@smoke.example"]}""";

    private final DevelopmentJwt jwt = DevelopmentJwt.of("admin@acme.example", Instant.now())
            .permissions(Permission.CREATE)
            .organizations("acme");

    @Test
    void nobody_is_asked_for_a_token(EnrollmentServer server) {
        var reply = server.asNobody().postBulk("acme", BODY);

        assertRefused(reply, EnrollmentProblem.NO_TOKEN);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_token_of_another_key_is_invalid(EnrollmentServer server) {
        var forged = jwt.signedBy(SigningKeys.generate());

        assertRefused(server.as(forged).postBulk("acme", BODY), EnrollmentProblem.INVALID_TOKEN);
    }

    @Test
    void an_organization_of_others_looks_like_none(EnrollmentServer server, SigningKeys keys) {
        var stranger = server.as(jwt.organizations("tiny").signedBy(keys));

        assertRefused(stranger.postBulk("acme", BODY), EnrollmentProblem.ENTITY_NOT_FOUND);
        assertThat(stranger.postBulk("acme", BODY).body())
                .isEqualTo(stranger.postBulk("nobody-knows", BODY).body());
    }

    @Test
    void a_permission_is_needed(EnrollmentServer server, SigningKeys keys) {
        var visitor = server.as(jwt.permissions().signedBy(keys));

        assertRefused(visitor.postBulk("acme", BODY), EnrollmentProblem.FORBIDDEN);
    }

    private static void assertRefused(Reply reply, EnrollmentProblem problem) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(problem.status());
        assertThat(reply.errorCode()).isEqualTo(problem.code());
    }
}
