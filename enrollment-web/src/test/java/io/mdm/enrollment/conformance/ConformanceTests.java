package io.mdm.enrollment.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.SigningKeys;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The kit as dynamic tests: a container per file, a test per case; aborted are those that the server answers itself.
 */
public final class ConformanceTests {
    private static final Logger LOG = System.getLogger(ConformanceTests.class.getName());

    private ConformanceTests() {}

    /** @param keys those that the server trusts */
    public static Stream<DynamicNode> against(URI base, SigningKeys keys) {
        var specification = Specification.ofContract();
        var kit = new Kit(
                specification.failures(),
                new Target(base, DemonstrationHost.given(keys)),
                Specification.answersOf(System.getProperty("server", "")));
        LOG.log(Level.INFO, "Conformance: {0} cases", specification.cases().size());
        var files = specification.cases().stream().collect(Collectors.groupingBy(ConformanceCase::file));
        return files.entrySet().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getKey(), file.getValue().stream().map(each -> test(each, kit))));
    }

    /** The cases for receivers of webhooks. */
    public static Stream<DynamicTest> ofReceiver(URI receiver, SigningSecret secret) {
        var kit = new ReceiverKit(receiver, secret, Patience.LIMIT);
        return Specification.ofReceiver().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(kit.run(each)).isEqualTo(new Outcome.Passed())));
    }

    private static DynamicTest test(ConformanceCase conformanceCase, Kit kit) {
        return DynamicTest.dynamicTest(conformanceCase.name(), () -> {
            var outcome = kit.run(conformanceCase);
            Assumptions.assumeFalse(outcome instanceof Outcome.OfServer, "answered by the server itself");
            assertThat(outcome).as(conformanceCase.name()).isEqualTo(new Outcome.Passed());
        });
    }
}
