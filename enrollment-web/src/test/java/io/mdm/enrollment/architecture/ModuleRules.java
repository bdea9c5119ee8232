package io.mdm.enrollment.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.decorator.Decorator;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.transaction.Transactional;

/** Who may see whom. */
final class ModuleRules {
    static final String API = "..enrollment.api..";
    static final String API_HTTP = "..enrollment.api.http..";
    static final String API_SPI = "..enrollment.api.spi..";
    static final String DOMAIN = "..enrollment.domain..";
    static final String PERSISTENCE = "..enrollment.persistence..";
    static final String WEB = "..enrollment.web..";

    private static final String USE_CASE = "io.mdm.enrollment.domain.UseCase";

    @ArchTest
    static final ArchRule api_needs_only_the_jdk = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.transaction.xa..", "org.jspecify..", API);

    @ArchTest
    static final ArchRule packages_for_hosts_do_not_know_the_spi = noClasses()
            .that(resideInAPackage(API).and(not(resideInAnyPackage(API_HTTP, API_SPI))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(API_SPI);

    @ArchTest
    static final ArchRule web_implements_only_the_spi = noClasses()
            .that(resideInAPackage(WEB)
                    .and(not(annotatedWith(Decorator.class)))
                    .and(not(annotatedWith(Stateless.class))))
            .should()
            .beAssignableTo(resideInAPackage(API)
                    .and(not(resideInAnyPackage(API_HTTP, API_SPI)))
                    .and(describe("interfaces", JavaClass::isInterface)));

    @ArchTest
    static final ArchRule use_cases_do_not_know_their_wire_format = noClasses()
            .that(resideInAPackage(API).and(not(resideInAPackage(API_HTTP))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(API_HTTP);

    @ArchTest
    static final ArchRule domain_knows_neither_http_nor_sql_nor_mail = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    API_HTTP,
                    PERSISTENCE,
                    WEB,
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "jakarta.json..",
                    "jakarta.mail..",
                    "java.sql..",
                    "javax.sql..");

    @ArchTest
    static final ArchRule domain_only_annotates_for_jpa = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .and(not(describe("annotations", JavaClass::isAnnotation)))
                    .and(not(type(EnumType.class))));

    @ArchTest
    static final ArchRule persistence_knows_neither_http_nor_mail = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API_HTTP, WEB, "jakarta.ws.rs..", "jakarta.servlet..", "jakarta.mail..");

    @ArchTest
    static final ArchRule web_sees_only_the_api = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN, PERSISTENCE, "jakarta.persistence..");

    @ArchTest
    static final ArchRule entities_stand_in_the_domain =
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage(DOMAIN);

    @ArchTest
    static final ArchRule transactions_of_the_domain_are_use_cases = classes()
            .that(resideInAPackage(DOMAIN).and(describe("transactional", ModuleRules::isTransactional)))
            .should()
            .beAnnotatedWith(USE_CASE);

    /** What another module of an EAR looks up. */
    @ArchTest
    static final ArchRule use_cases_have_session_beans = classes()
            .that(resideInAPackage(API).and(describe("use cases", ModuleRules::isUseCase)))
            .should(ArchCondition.from(describe("have a session bean of their name", ModuleRules::hasSessionBean)));

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("..enrollment.(**)").should().beFreeOfCycles();

    private ModuleRules() {}

    private static boolean isTransactional(JavaClass type) {
        return type.isAnnotatedWith(Transactional.class)
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class));
    }

    private static boolean isUseCase(JavaClass type) {
        return type.isInterface() && type.getSubclasses().stream().anyMatch(each -> each.isAnnotatedWith(USE_CASE));
    }

    private static boolean hasSessionBean(JavaClass type) {
        return type.getSubclasses().stream()
                .flatMap(each -> each.tryGetAnnotationOfType(Stateless.class).stream())
                .anyMatch(bean -> bean.name().equals(type.getSimpleName()));
    }
}
