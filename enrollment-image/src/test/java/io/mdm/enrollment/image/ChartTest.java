package io.mdm.enrollment.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Helm chart, rendered by Helm without a cluster. */
class ChartTest {
    private static final Chart CHART = Chart.shipped();
    private static final KubernetesModel MODEL = new KubernetesModel();
    private static final Pattern PASSED_ON = Pattern.compile("location (~\\*?|=) \\^?(/\\w*/?)\\S* \\{\\s+proxy_pass");

    /** Values of the user. */
    enum Values {
        REQUIRED(4),
        EVERYTHING(7);

        private final int objects;

        Values(int objects) {
            this.objects = objects;
        }

        String[] files() {
            return this == REQUIRED
                    ? new String[] {"required.yaml"}
                    : new String[] {"required.yaml", "everything.yaml"};
        }
    }

    @ParameterizedTest
    @EnumSource
    void makes_objects_that_kubernetes_knows(Values values) {
        var objects = Chart.objects(CHART.rendered(values.files()));

        assertThat(objects).hasSize(values.objects);
        assertThat(objects.stream().map(MODEL::fault).flatMap(Optional::stream)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_rendered_twice_as_the_same_bytes(Values values) {
        assertThat(CHART.rendered(values.files())).isEqualTo(CHART.rendered(values.files()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deployment.yaml          | replicas:          | replica:             | replica
            deployment.yaml          | runAsUser: 10001   | runAsUser: "10001"   | 10001
            deployment.yaml          | - name: tmp        | - mountPath: /x      | mountPath
            deployment.yaml          | startupProbe:      | startProbe:          | startProbe
            deployment.yaml          | - name: enrollment | - labels: {}         | labels
            ingress.yaml             | pathType:          | type:                | type
            networkpolicy.yaml       | podSelector:       | selector:            | selector
            poddisruptionbudget.yaml | maxUnavailable: 1  | maxUnavailable: [1]  | maxUnavailable
            service.yaml             | targetPort: http   | target: http         | target
            servicemonitor.yaml      | endpoints:         | endpoint:            | endpoint
            """)
    void mistakes_in_a_template_are_noticed(
            String template, String text, String mistake, String named, @TempDir Path copy) throws IOException {
        var manifest = CHART.with("templates/" + template, text, mistake, copy).rendered(Values.EVERYTHING.files());

        assertThat(Chart.objects(manifest).stream().map(MODEL::fault).flatMap(Optional::stream))
                .singleElement()
                .asString()
                .contains(named);
    }

    @Test
    void passes_the_linter_of_helm(@TempDir Path copy) throws IOException {
        // Helm lints with the chart's own values, which lack what only the user knows
        var required = Files.readString(Chart.valuesFile("required.yaml"));
        var lint = CHART.with("values.yaml", "config: {}", required, copy).lint();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @Test
    void passes_on_the_paths_of_the_shipped_proxy_only() throws IOException {
        var proxy = Files.readString(Path.of("..", "docker", "proxy", "nginx.conf"));
        var paths = PASSED_ON.matcher(proxy).results().map(ChartTest::path).toList();

        assertThat(paths).hasSize(4);
        assertThat(maps("Ingress", "spec.rules.http.paths"))
                .extracting(path -> path.get("path") + " " + path.get("pathType"))
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void settings_become_variables_of_the_environment() {
        assertThat(maps("Deployment", "spec.template.spec.containers.env"))
                .extracting(variable -> variable.get("name") + "=" + variable.get("value"))
                .contains(
                        "MDM_ENROLLMENT_LINK_BASE_URL=https://enroll.example",
                        "MDM_ENROLLMENT_LIMITS_BODY_BYTES=33554432",
                        "MDM_ENROLLMENT_MAIL_SMTPUTF8=true",
                        "MDM_ENROLLMENT_MAIL_RATE=0.5",
                        "MP_JWT_VERIFY_AUDIENCES=mdm",
                        "OTEL_SDK_DISABLED=false",
                        "MDM_ENROLLMENT_DIRECTORY_FILE=/etc/enrollment/directory.json");
    }

    @ParameterizedTest
    @CsvSource({
        "config.mdm\\.enrollment\\.secret\\.keys, k1:abc",
        "config.MDM_ENROLLMENT_DB_PASSWORD, abc",
        "replica, 2",
        "replicas, 0",
        "ingress.enabled, true"
    })
    void values_against_the_schema_are_refused(String value, String setting) {
        var template = CHART.template(Values.REQUIRED.files()).set(value, setting);

        assertThatThrownBy(template::call).hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void missing_settings_are_named() {
        assertThatThrownBy(CHART::rendered)
                .hasMessageContaining("mdm.enrollment.link.base-url")
                .hasMessageContaining("mp.jwt.verify.issuer");
    }

    private static String path(MatchResult location) {
        return location.group(2) + (location.group(1).equals("=") ? " Exact" : " Prefix");
    }

    /** Maps at a path through maps and lists, in the only object of a kind. */
    private static List<Map<String, Object>> maps(String kind, String path) {
        Stream<?> found = Chart.objects(CHART.rendered(Values.EVERYTHING.files())).stream()
                .filter(object -> kind.equals(object.get("kind")));
        for (var name : path.split("\\.", -1)) {
            found = found.flatMap(object -> values(((Map<?, ?>) object).get(name)));
        }
        return found.map(ChartTest::map).toList();
    }

    private static Stream<?> values(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
