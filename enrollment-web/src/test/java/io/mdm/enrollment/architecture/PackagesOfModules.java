package io.mdm.enrollment.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Pattern;

/** The packages right below those of the modules. */
final class PackagesOfModules implements SliceAssignment {
    private static final Pattern PACKAGE = Pattern.compile(".*\\.enrollment\\.(\\w+)\\.(\\w+).*");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        var parts = PACKAGE.matcher(type.getPackageName());
        return parts.matches() ? SliceIdentifier.of(parts.group(1), parts.group(2)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages of modules";
    }
}
