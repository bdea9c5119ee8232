package io.mdm.enrollment.web.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.architecture.ProjectFiles;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agreement of dashboard, alerts and documents with the metrics of the module, and with each other. */
class MonitoringTest {
    private static final String DASHBOARD = "docker/grafana/enrollment\\.json";
    private static final String ALERTS = "docker/prometheus/alerts\\.yml";
    private static final String ALERT_TESTS = "docker/prometheus/alerts\\.test\\.yml";
    private static final String OPERATIONS = "docs/operations\\.md";
    private static final String MIGRATIONS = ".*/main/.*/db/enrollment/.*\\.sql";

    private static final Pattern METRIC = Pattern.compile("(?<![\\w./-])(enrollment_[a-z_]+)(?![\\w./])");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern ALERT_NAME = Pattern.compile("\\b(Enrollment[A-Z]\\w+)\\b");
    private static final Pattern RUNBOOK = Pattern.compile("(?m)^\\| `(Enrollment\\w+)` \\|");

    private final Set<String> series = RegisteredSeries.names();

    @Test
    void queries_name_series_that_exist() {
        assertThat(series).hasSizeGreaterThan(12);
        assertThat(names(METRIC, DASHBOARD)).hasSizeGreaterThan(10).isSubsetOf(series);
        assertThat(names(METRIC, ALERTS)).hasSizeGreaterThan(7).isSubsetOf(series);
        assertThat(names(METRIC, ALERT_TESTS))
                .containsAll(names(METRIC, ALERTS))
                .isSubsetOf(series);
    }

    @Test
    void documents_name_metrics_that_exist() {
        var known = Stream.of(series, metrics(), names(TABLE, MIGRATIONS))
                .flatMap(Set::stream)
                .toList();

        assertThat(names(METRIC, "(docs/.*|docker/.*|[A-Z]+)\\.md"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    @Test
    void every_metric_is_drawn_and_documented() {
        assertThat(names(METRIC, OPERATIONS)).containsAll(metrics());
        assertThat(names(METRIC, DASHBOARD).stream().map(MonitoringTest::metric))
                .containsAll(metrics());
    }

    @Test
    void every_alert_is_tested_described_and_drawn_and_no_others_are() {
        var alerts = names(ALERT, ALERTS);

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(names(ALERT_NAME, ALERT_TESTS)).isEqualTo(alerts);
        assertThat(names(RUNBOOK, OPERATIONS)).isEqualTo(alerts);
        assertThat(names(ALERT_NAME, DASHBOARD)).isEqualTo(alerts);
    }

    /** As the documents name them: a histogram by one name. */
    private Set<String> metrics() {
        return series.stream().map(MonitoringTest::metric).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String metric(String series) {
        return series.replaceFirst("_(bucket|count|sum)$", "");
    }

    private static Set<String> names(Pattern pattern, String files) {
        return ProjectFiles.matching(files).stream()
                .flatMap(file -> pattern.matcher(ProjectFiles.text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
