package io.mdm.enrollment.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.mdm.enrollment.architecture.planted.enrollment.api.InApi;
import io.mdm.enrollment.architecture.planted.enrollment.domain.InDomain;
import io.mdm.enrollment.architecture.planted.enrollment.persistence.InPersistence;
import io.mdm.enrollment.architecture.planted.enrollment.web.Anywhere;
import io.mdm.enrollment.architecture.planted.enrollment.web.InWeb;
import io.mdm.enrollment.architecture.planted.enrollment.web.Resources;
import io.mdm.enrollment.architecture.planted.enrollment.web.one.One;
import io.mdm.enrollment.architecture.planted.enrollment.web.other.Other;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, before it is believed, must see what was planted to break it. */
class PlantedViolationsTest {
    static Stream<Arguments> violations() {
        return Stream.of(
                        breaking(ModuleRules.api_needs_only_the_jdk, InApi.KnowsJaxRs.class, InApi.IsInjected.class),
                        breaking(ModuleRules.packages_for_hosts_do_not_know_the_spi, InApi.KnowsTheSpi.class),
                        breaking(ModuleRules.web_implements_only_the_spi, InWeb.ImplementsUseCases.class),
                        breaking(ModuleRules.use_cases_do_not_know_their_wire_format, InApi.KnowsTheWire.class),
                        breaking(
                                ModuleRules.domain_knows_neither_http_nor_sql_nor_mail,
                                InDomain.KnowsTheWire.class,
                                InDomain.KnowsJaxRs.class,
                                InDomain.KnowsServlets.class,
                                InDomain.KnowsJson.class,
                                InDomain.KnowsMail.class,
                                InDomain.KnowsSql.class,
                                InDomain.KnowsDataSources.class,
                                InDomain.KnowsPersistence.class),
                        breaking(
                                ModuleRules.domain_only_annotates_for_jpa,
                                InDomain.KnowsEntityManagers.class,
                                InDomain.KnowsLocks.class),
                        breaking(
                                ModuleRules.persistence_knows_neither_http_nor_mail,
                                InPersistence.KnowsTheWire.class,
                                InPersistence.KnowsJaxRs.class,
                                InPersistence.KnowsWeb.class),
                        breaking(
                                ModuleRules.web_sees_only_the_api,
                                InWeb.KnowsDomain.class,
                                InWeb.KnowsPersistence.class,
                                InWeb.KnowsEntityManagers.class),
                        breaking(ModuleRules.entities_stand_in_the_domain, InPersistence.Stranded.class),
                        breaking(
                                ModuleRules.transactions_of_the_domain_are_use_cases,
                                InDomain.IsTransactional.class,
                                InDomain.HasTransactions.class),
                        breaking(PlaceRules.only_mail_speaks_smtp, InWeb.SpeaksSmtp.class, InDomain.KnowsMail.class),
                        breaking(
                                PlaceRules.json_is_read_in_three_places, InWeb.ReadsJson.class, InWeb.ParsesJson.class),
                        breaking(
                                PlaceRules.microprofile_openapi_is_optional,
                                InWeb.KnowsOpenApi.class,
                                InWeb.KnowsTheFilter.class),
                        breaking(PlaceRules.microprofile_metrics_is_optional, InWeb.KnowsMetrics.class),
                        breaking(PlaceRules.opentelemetry_is_optional, InWeb.KnowsSpans.class),
                        breaking(
                                PlaceRules.time_comes_from_the_injected_clock,
                                Anywhere.AsksInstant.class,
                                Anywhere.RefersToInstant.class,
                                Anywhere.AsksDate.class,
                                Anywhere.AsksLocalDate.class,
                                Anywhere.AsksSystem.class,
                                Anywhere.AsksClock.class,
                                Anywhere.AsksSource.class),
                        breaking(
                                PlaceRules.randomness_has_its_places,
                                Anywhere.ThrowsMath.class,
                                Anywhere.ThrowsRandom.class,
                                Anywhere.ThrowsThreadLocal.class,
                                Anywhere.ThrowsSecure.class,
                                Anywhere.ThrowsGenerator.class,
                                Anywhere.ThrowsUuid.class),
                        breaking(PlaceRules.nothing_is_printed, Anywhere.Prints.class),
                        breaking(
                                PlaceRules.the_log_is_system_logger,
                                Anywhere.LogsToJul.class,
                                Anywhere.LogsToSlf4j.class),
                        breaking(PlaceRules.lines_of_the_log_name_their_trace, Anywhere.LogsUntraced.class),
                        breaking(
                                ResourceRules.every_resource_method_says_who_may_call_it,
                                Resources.Silent.class,
                                Resources.Blank.class,
                                Resources.OnItsClass.class,
                                Resources.WithoutPath.class),
                        breaking(
                                ResourceRules.query_parameters_are_read_where_that_is_marked,
                                Resources.ReadsUnmarked.class,
                                Resources.ReadsInjected.class,
                                Resources.ReadsNone.class,
                                Resources.ReadsByItself.class),
                        breaking(
                                ResourceRules.every_change_honors_an_idempotency_key,
                                Resources.PostsTwice.class,
                                Resources.PutsTwice.class,
                                Resources.DeletesTwice.class),
                        breaking(ResourceRules.no_resource_hands_over_to_another, Resources.HandsOver.class),
                        breaking(
                                ResourceRules.no_method_declares_media_types,
                                Resources.MethodConsumes.class,
                                Resources.MethodProduces.class),
                        breaking(
                                ResourceRules.no_class_declares_media_types,
                                Resources.ClassConsumes.class,
                                Resources.ClassProduces.class),
                        breaking(
                                ResourceRules.only_descriptors_declare_paths,
                                Resources.HasApplicationPath.class,
                                Resources.HasServletPath.class,
                                Resources.HasFilterPath.class,
                                Resources.IsListener.class),
                        breaking(
                                ResourceRules.providers_found_by_scanning_are_bound_by_name, Resources.IsUnbound.class),
                        Stream.of(
                                together(
                                        ModuleRules.use_cases_have_session_beans,
                                        InApi.HasNoSessionBean.class,
                                        InDomain.IsUseCase.class),
                                together(
                                        ModuleRules.use_cases_have_session_beans,
                                        InApi.HasOneOfAnotherName.class,
                                        InDomain.IsUseCase.class,
                                        InWeb.IsSessionBean.class),
                                together(ModuleRules.packages_are_free_of_cycles, One.class, Other.class)))
                .flatMap(each -> each);
    }

    /** Each of the classes breaks the rule alone. */
    private static Stream<Arguments> breaking(ArchRule rule, Class<?>... planted) {
        return Stream.of(planted).map(type -> arguments(rule, new Class<?>[] {type}));
    }

    /** The first class breaks the rule because of the others. */
    private static Arguments together(ArchRule rule, Class<?>... planted) {
        return arguments(rule, planted);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource
    void violations(ArchRule rule, Class<?>[] planted) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(planted));

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(planted[0].getSimpleName());
    }

    @Test
    void every_rule_is_proved() {
        var rules = Stream.of(ModuleRules.class, PlaceRules.class, ResourceRules.class)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(PlantedViolationsTest::valueOf);
        var proved = violations().map(violation -> violation.get()[0]);

        assertThat(proved).containsAll(rules.toList());
    }

    @Test
    void who_keeps_the_rules_is_left_alone() {
        var good = new ClassFileImporter()
                .importClasses(Resources.Good.class, Resources.Parameters.class, Resources.IsBound.class);

        assertThat(ResourceRules.every_resource_method_says_who_may_call_it
                        .evaluate(good)
                        .hasViolation())
                .isFalse();
        assertThat(ResourceRules.query_parameters_are_read_where_that_is_marked
                        .evaluate(good)
                        .hasViolation())
                .isFalse();
        assertThat(ResourceRules.every_change_honors_an_idempotency_key
                        .evaluate(good)
                        .hasViolation())
                .isFalse();
        assertThat(ResourceRules.no_resource_hands_over_to_another
                        .evaluate(good)
                        .hasViolation())
                .isFalse();
        assertThat(ResourceRules.providers_found_by_scanning_are_bound_by_name
                        .evaluate(good)
                        .hasViolation())
                .isFalse();
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
