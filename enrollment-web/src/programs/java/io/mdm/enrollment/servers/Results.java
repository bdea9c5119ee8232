package io.mdm.enrollment.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Results of the integration tests, from Failsafe's reports.
 *
 * @param classes one per test class
 */
record Results(List<OfClass> classes) {
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*name=\"[^\"]*?(\\w+)\"[^>]*?>", Pattern.DOTALL);

    /** Results of one test class. */
    record OfClass(String name, int tests, int bad, int leftOut) {

        static OfClass of(String report) {
            var suite = SUITE.matcher(report);
            if (!suite.find()) {
                throw new IllegalStateException("a report without a test suite");
            }
            var head = suite.group();
            return new OfClass(
                    suite.group(1),
                    number(head, "tests"),
                    number(head, "errors") + number(head, "failures"),
                    number(head, "skipped"));
        }

        private static int number(String head, String attribute) {
            var found = Pattern.compile(" " + attribute + "=\"(\\d+)\"").matcher(head);
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        }
    }

    static Results in(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            var classes = new ArrayList<OfClass>();
            for (var file : files) {
                classes.add(OfClass.of(Files.readString(file)));
            }
            return new Results(List.copyOf(classes));
        }
    }

    /** Of one test class; a dash if it did not run. */
    String of(String name) {
        return text(classes.stream().filter(each -> each.name().equals(name)).toList());
    }

    String ofAll() {
        return text(classes);
    }

    private static String text(List<OfClass> some) {
        int tests = some.stream().mapToInt(OfClass::tests).sum();
        int bad = some.stream().mapToInt(OfClass::bad).sum();
        int leftOut = some.stream().mapToInt(OfClass::leftOut).sum();
        if (tests == leftOut) {
            return "-";
        }
        var passed = tests - bad - leftOut + " of " + tests;
        return leftOut == 0 ? passed : passed + ", " + leftOut + " left out";
    }
}
