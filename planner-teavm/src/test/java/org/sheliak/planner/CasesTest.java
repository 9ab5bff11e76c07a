package org.sheliak.planner;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.cases.Cases;

/// Runs on the JVM the cases that `src/test/node/cases.test.mjs` runs in Node.
final class CasesTest {

    @TestFactory
    Stream<DynamicTest> cases_onTheJvm_pass() {
        return Cases.all().stream().map(testCase -> DynamicTest.dynamicTest(testCase.name(), testCase.body()::run));
    }
}
