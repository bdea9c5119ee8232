package io.mdm.enrollment.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules, for the main classes of all four modules. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ArchitectureTest.OfNoTests.class)
class ArchitectureTest {
    static final String ROOT = "io.mdm.enrollment";

    @ArchTest
    static final ArchTests modules = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchTests places = ArchTests.in(PlaceRules.class);

    @ArchTest
    static final ArchTests resources = ArchTests.in(ResourceRules.class);

    @ArchTest
    static void all_four_modules_and_no_tests_are_looked_at(JavaClasses classes) {
        var modules = classes.stream()
                .map(type -> type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0])
                .collect(Collectors.toSet());

        assertThat(modules).isEqualTo(Set.of("api", "domain", "persistence", "web"));
        assertThat(classes)
                .hasSizeGreaterThan(150)
                .noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    /** In directories as in jars, wherever in the build this runs. */
    static final class OfNoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
