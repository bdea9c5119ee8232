package io.mdm.enrollment.it;

import static io.mdm.enrollment.host.SoapMessages.ENROLLMENT_SERVICE;
import static io.mdm.enrollment.host.SoapMessages.POLICY_SERVICE;
import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.DeliveryExecutor;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.host.HostErrorPage;
import io.mdm.enrollment.host.HostFailureMapper;
import io.mdm.enrollment.host.PingResource;
import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.support.ApiDescription;
import io.mdm.enrollment.support.ApiDocument;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The module's jars in the WAR of a larger server, which has beans, paths and jobs of its own. */
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedIT {
    private static final String ORIGIN = "https://console.mdm.example";

    private EmbeddingHost host;
    private EnrollmentServer server;

    @BeforeAll
    void start(@TempDir Path directory, SigningKeys keys) {
        host = EmbeddingHost.start(directory);
        server = host.administeredWith(keys);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @Test
    void a_host_hears_of_tokens_verifies_redeems_and_resends_them_in_process(Inbox inbox) {
        server.postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"ana@embedded.example\"]}");
        var link = inbox.awaitMailTo("ana@embedded.example").link();

        var credential = link.substring(link.lastIndexOf('/') + 1);
        var device = new Request(new Proof.Credential(credential), "Surface of Ana");
        assertThat(host.ask(POLICY_SERVICE, device).body()).contains("<GetPoliciesResponse/>");
        assertThat(host.ask(ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
        assertThat(host.ask(ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
        assertThat(host.ask(POLICY_SERVICE, device).body()).contains("USED");
        var another = new Request(new Proof.Credential(credential), "somebody else's");
        assertThat(host.ask(ENROLLMENT_SERVICE, another).body()).contains("USED");
        assertThat(server.open(link).status()).isEqualTo(410);

        var bulk = server.postBulk(
                "acme", "{\"sendEmail\":false,\"userEmails\":[\"bob@embedded.example\",\"eve@embedded.example\"]}");
        assertThat(host.remind(server.reportOf(bulk).getString("id")).status()).isEqualTo(204);
        inbox.awaitMailTo("bob@embedded.example");
        var code = server.reportOf(bulk).getJsonArray("items").getJsonObject(0).getString("enrollCode");
        var withPassword = new Request(new Proof.Code("bob@embedded.example", code), "Surface of Bob");
        assertThat(host.ask(POLICY_SERVICE, withPassword).body()).contains("<GetPoliciesResponse/>");
        assertThat(host.ask(ENROLLMENT_SERVICE, withPassword).status()).isEqualTo(200);
        assertThat(host.ask(POLICY_SERVICE, withPassword).body()).contains("s:Authorization", "USED");
        inbox.awaitMailTo("eve@embedded.example");
    }

    @Test
    void the_module_answers_at_the_paths_of_the_hosts_descriptor() {
        var reply = server.postBulk("acme", "{\"sendEmail\":false,\"userEmails\":[\"kim@embedded.example\"]}");
        var row = server.reportOf(reply).getJsonArray("items").getJsonObject(0);

        var form = server.typeCode("enroll", "kim@embedded.example", row.getString("enrollCode"));

        assertThat(reply.header("Content-Location"))
                .startsWith("/windows/api/organizations/")
                .startsWith(server.bulks("acme").getPath() + "/");
        assertThat(row.getString("enrollmentLink")).startsWith("https://mdm.example/windows/enroll/");
        assertThat(server.asNobody()
                        .get(server.base()
                                .resolve("enroll")
                                .resolve(form.header("Location"))
                                .getPath())
                        .status())
                .isEqualTo(200);
        assertRefused(server.get("api/nowhere"), HttpProblem.ROUTE_NOT_FOUND);
        assertThat(server.send(server.request("api/nowhere").header("Origin", ORIGIN))
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo(ORIGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/ping, 200, " + PingResource.ANSWER,
        "/v1/ping/failure, 500, " + HostFailureMapper.ANSWER,
        "/v1/nowhere, 404, " + HostFailureMapper.ANSWER,
        "/nowhere, 404, " + HostErrorPage.TEXT,
        "/enroll, 404, " + HostErrorPage.TEXT,
        "/problem, 404, " + HostErrorPage.TEXT
    })
    void the_host_answers_on_its_own_paths_as_it_wants(String path, int status, String answer) {
        var reply = server.send(server.request(path).header("Origin", ORIGIN));
        var inDoubt =
                server.sendRaw("GET " + path + " HTTP/1.1\nHost: localhost\nContent-Length: 0\nContent-Length: 0", "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(answer);
        assertThat(reply.headers().map()).doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
        assertThat(inDoubt)
                .as("refused by the server itself, if at all")
                .extracting(Reply::status, Reply::body)
                .isNotEqualTo(List.of(400, HostErrorPage.TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows/api/nowhere", "windows/enroll"})
    void the_server_refuses_a_bad_token_with_the_hosts_error_page(String path) {
        var reply = server.as("bad").get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo(HostErrorPage.TEXT);
    }

    @Test
    void resources_that_the_hosts_application_finds_answer_nobody_there() {
        assertThat(ApiDocument.parse(ApiDescription.shipped()).routes())
                .filteredOn(route -> route.permission().isPresent())
                .hasSizeGreaterThan(5)
                .allSatisfy(route -> {
                    assertAnsweredByTheHost(server, route.method(), route.path());
                    assertAnsweredByTheHost(server.asNobody(), route.method(), route.path());
                });
    }

    private static void assertAnsweredByTheHost(EnrollmentServer caller, String method, String path) {
        var anyRoute = path.replace("{organizationId}", "acme").replaceAll("\\{\\w+}", "0".repeat(24));
        var reply = caller.send(caller.request(anyRoute).method(method, BodyPublishers.noBody()));

        assertThat(reply).extracting(Reply::status, Reply::body).containsExactly(404, HostFailureMapper.ANSWER);
    }

    @DisabledIfSystemProperty(
            named = "server",
            matches = "liberty",
            disabledReason = "JSON-B is a feature of the host's")
    @Test
    void the_host_keeps_json_b_for_its_own_answers() {
        assertThat(server.asNobody().get("/v1/ping/version").body()).isEqualTo("{\"since\":\"2026-01-02\"}");
    }

    @EnabledIfSystemProperty(named = "server", matches = "payara-.*", disabledReason = "others read the module's jar")
    @Test
    void mail_leaves_on_the_servers_executor_where_the_modules_is_not_defined(Inbox inbox) throws IOException {
        server.postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"lou@embedded.example\"]}");

        inbox.awaitMailTo("lou@embedded.example");
        assertThat(Files.readAllLines(host.application().log()))
                .filteredOn(line -> line.contains(DeliveryExecutor.NAME + " is not defined"))
                .hasSize(1);
    }

    @Test
    void the_host_runs_its_own_migrations_and_jobs() {
        var database = host.database();

        Patience.await("the host's job").until(() -> database.number("select count(*) from host.job") == 1);
        assertThat(database.texts("select script from host.flyway_schema_history where version is not null"))
                .containsExactly("V1__host.sql");
        assertThat(database.texts("select script from enrollment.flyway_schema_history where version is not null"))
                .containsExactly("V1__enrollment.sql");
    }

    @Test
    void the_host_publishes_its_own_description() {
        assertThat(server.asNobody().get("/openapi").body())
                .contains("/v1/ping")
                .doesNotContain("/problem");
    }
}
