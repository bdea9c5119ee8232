package io.mdm.enrollment.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.mdm.enrollment.web.body.QueryParameters;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** How requests come in. A method that says nothing about permissions would be open to everybody. */
final class ResourceRules {
    @ArchTest
    static final ArchRule every_resource_method_says_who_may_call_it =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should(new SayWhoMayCall());

    @ArchTest
    static final ArchRule query_parameters_are_read_where_that_is_marked =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should(new ReadParametersIfMarked());

    @ArchTest
    static final ArchRule every_change_honors_an_idempotency_key = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should(new HonorAnIdempotencyKey());

    @ArchTest
    static final ArchRule no_resource_hands_over_to_another = methods()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beMetaAnnotatedWith(HttpMethod.class)
            .because("what it hands over to is not bound to the gate by name");

    @ArchTest
    static final ArchRule no_method_declares_media_types = noMethods()
            .should()
            .beAnnotatedWith(Consumes.class)
            .orShould()
            .beAnnotatedWith(Produces.class)
            .because("the server would answer 415 or 406 before the gate has asked who calls");

    @ArchTest
    static final ArchRule no_class_declares_media_types =
            noClasses().should().beAnnotatedWith(Consumes.class).orShould().beAnnotatedWith(Produces.class);

    @ArchTest
    static final ArchRule only_descriptors_declare_paths = noClasses()
            .should()
            .beAnnotatedWith(ApplicationPath.class)
            .orShould()
            .beAnnotatedWith(WebServlet.class)
            .orShould()
            .beAnnotatedWith(WebFilter.class)
            .orShould()
            .beAnnotatedWith(WebListener.class)
            .because("a host that embeds the module has paths of its own");

    @ArchTest
    static final ArchRule providers_found_by_scanning_are_bound_by_name = classes()
            .that()
            .areAnnotatedWith(Provider.class)
            .should()
            .beMetaAnnotatedWith(NameBinding.class)
            .because("an application of a host that scans for classes has providers of its own");

    private ResourceRules() {}

    /** Reads them by a class that refuses unknown ones, and nowhere else. */
    private static final class ReadParametersIfMarked extends ArchCondition<JavaMethod> {
        ReadParametersIfMarked() {
            super("read query parameters by QueryParameters if and only if it is marked");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean marked = method.isAnnotatedWith(ReadsParameters.class);
            boolean asks = method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTarget().getName().equals("getQueryParameters"));
            boolean refuses = method.getConstructorCallsFromSelf().stream()
                    .flatMap(call -> call.getTargetOwner().getMethodCallsFromSelf().stream())
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(QueryParameters.class)
                            && call.getTarget().getName().equals("refuseIfAny"));
            boolean injects = method.getParameterAnnotations().stream()
                    .flatMap(Set::stream)
                    .anyMatch(annotation -> annotation.getRawType().isEquivalentTo(QueryParam.class));
            events.add(new SimpleConditionEvent(
                    method,
                    !injects && marked == asks && marked == refuses,
                    method.getFullName() + " reads query parameters without its mark, or has it and does not"));
        }
    }

    private static final class HonorAnIdempotencyKey extends ArchCondition<JavaMethod> {
        HonorAnIdempotencyKey() {
            super("honor an idempotency key or be idempotent by nature");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean natural = method.isAnnotatedWith(IdempotentByNature.class);
            boolean asks = calls(method)
                    || method.getMethodCallsFromSelf().stream()
                            .filter(call -> call.getTargetOwner().equals(method.getOwner()))
                            .flatMap(call -> call.getTarget().resolveMember().stream())
                            .anyMatch(HonorAnIdempotencyKey::calls);
            events.add(new SimpleConditionEvent(
                    method, natural != asks, method.getFullName() + " ignores idempotency keys"));
        }

        private static boolean calls(JavaMethod method) {
            return method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(RequestIdempotency.class));
        }
    }

    private static final class SayWhoMayCall extends ArchCondition<JavaMethod> {
        SayWhoMayCall() {
            super("require a permission or permit all");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean permitted = method.isAnnotatedWith(PermitAll.class);
            boolean required = method.tryGetAnnotationOfType(RequiresPermission.class)
                    .filter(permission -> !permission.value().isBlank())
                    .isPresent();
            events.add(new SimpleConditionEvent(
                    method, permitted || required, method.getFullName() + " says not who may call it"));
        }
    }
}
