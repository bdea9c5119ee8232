package io.mdm.enrollment.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParser;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What stands in few places, and in which. */
final class PlaceRules {
    private static final String OPENAPI = "..enrollment.web.openapi..";

    @ArchTest
    static final ArchRule only_mail_speaks_smtp = noClasses()
            .that()
            .resideOutsideOfPackage("..enrollment.web.mail..")
            // tells at start whether mail.from and mail.reply-to are addresses at all
            .and(areNot("io.mdm.enrollment.web.config.MailSyntax"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule json_is_read_in_three_places = noClasses()
            .that()
            .resideOutsideOfPackage("..enrollment.web.body..") // requests
            .and(areNot(
                    "io.mdm.enrollment.persistence.directory.DirectoryFile",
                    // what it wrote itself
                    "io.mdm.enrollment.persistence.store.RecordJson"))
            .should()
            .dependOnClassesThat(assignableTo(JsonParser.class).or(assignableTo(JsonReader.class)));

    /** A server without MicroProfile OpenAPI never loads that package. */
    @ArchTest
    static final ArchRule microprofile_openapi_is_optional = noClasses()
            .that()
            .resideOutsideOfPackage(OPENAPI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.openapi..", OPENAPI);

    /** A server without MicroProfile Metrics never loads these classes. */
    @ArchTest
    static final ArchRule microprofile_metrics_is_optional = noClasses()
            .that(areNot("io.mdm.enrollment.web.metric.Histogram", "io.mdm.enrollment.web.metric.MicroProfileMetrics"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.metrics..");

    /** A server without OpenTelemetry never loads these classes. */
    @ArchTest
    static final ArchRule opentelemetry_is_optional = noClasses()
            .that(areNot(
                    "io.mdm.enrollment.web.metric.OpenTelemetryMetrics",
                    "io.mdm.enrollment.web.telemetry.OpenTelemetryTracing"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..");

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            // compares this machine's clock with the database's
            .that(areNot("io.mdm.enrollment.persistence.store.DatabaseClock"))
            .should()
            .accessTargetWhere(describe("the machine's clock is read", PlaceRules::readsTheClock));

    @ArchTest
    static final ArchRule randomness_has_its_places = noClasses()
            .that(areNot(
                    "io.mdm.enrollment.domain.ObjectId", // tells processes apart
                    "io.mdm.enrollment.domain.credential.SaltSource",
                    "io.mdm.enrollment.domain.delivery.RetrySchedule")) // jitter of retries
            .should()
            .accessTargetWhere(describe("dice are thrown", PlaceRules::throwsDice));

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule the_log_is_system_logger = noClasses()
            // filters what db-scheduler logs
            .that(areNot("io.mdm.enrollment.persistence.delivery.SchedulerLog"))
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging..")
                    .or(resideInAPackage("org.slf4j.."))
                    .or(resideInAPackage("org.apache.logging.."))
                    .or(resideInAPackage("org.apache.commons.logging..")));

    @ArchTest
    static final ArchRule lines_of_the_log_name_their_trace = noClasses()
            .that(areNot("io.mdm.enrollment.api.spi.TracedLogger"))
            .should()
            .callMethod(System.class, "getLogger", String.class);

    private PlaceRules() {}

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isAssignableTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick")))
                || (owner.isEquivalentTo(InstantSource.class) && name.equals("system"))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Date.class) && name.equals("<init>"));
    }

    private static boolean throwsDice(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return owner.isAssignableTo(Random.class)
                || owner.getPackageName().equals("java.util.random")
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
    }

    /** Nested classes and lambdas belong to the class around them. */
    private static DescribedPredicate<JavaClass> areNot(String... names) {
        var excepted = Set.of(names);
        return not(describe(
                "one of " + excepted, type -> excepted.contains(type.getName().split("\\$", 2)[0])));
    }
}
