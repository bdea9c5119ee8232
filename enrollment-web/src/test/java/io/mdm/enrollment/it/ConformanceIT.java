package io.mdm.enrollment.it;

import io.mdm.enrollment.conformance.ConformanceTests;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.SigningKeys;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The whole contract, case by case, against the WAR we ship. */
class ConformanceIT extends SharedServer {

    @TestFactory
    Stream<DynamicNode> answers_as_the_contract_says(EnrollmentServer server, SigningKeys keys) {
        return ConformanceTests.against(server.base(), keys);
    }
}
