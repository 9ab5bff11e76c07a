package org.sheliak.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.GoldenExpressions.GoldenExpression;
import org.sheliak.runtime.table.Table;

/// Compares expressions with what Vega in Node makes of them, in both tiers: row by row, and over columns wherever the
/// types are known. Each row is also a table of its own, so that mixed columns are typed one value at a time.
/// `src/test/node/expression/generate.js` writes the golden files, one for each family.
class ExpressionGoldenTest {
    private static final SameValue EXACT = new SameValue(0);
    /// V8 has its own sine and cosine, which differ from fdlibm's in the last digit.
    private static final SameValue CLOSE = new SameValue(1e-14);
    private static final int LEAST_CASES = 4_000;
    private static final int LEAST_COLUMNAR_CASES = 2_000;

    private record Family(String name, SameValue sameValue) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("arrays", EXACT),
            new Family("colors", CLOSE),
            new Family("control", EXACT),
            new Family("data", EXACT),
            new Family("date-texts", EXACT),
            new Family("dates", EXACT),
            new Family("easing", CLOSE),
            new Family("formats", EXACT),
            new Family("literals", EXACT),
            new Family("locale-arabic", EXACT),
            new Family("locale-german", EXACT),
            new Family("math", CLOSE),
            new Family("operators", EXACT),
            new Family("pan-zoom", CLOSE),
            new Family("regexp-patterns", EXACT),
            new Family("regexps", EXACT),
            new Family("selections", EXACT),
            new Family("statistics", CLOSE),
            new Family("strings", EXACT),
            new Family("time-units", EXACT),
            new Family("trees", EXACT),
            new Family("types", EXACT));

    private final TierCounts counts = new TierCounts();

    @TestFactory
    Stream<DynamicNode> families() {
        Stream<DynamicNode> families =
                FAMILIES.stream().map(family -> DynamicContainer.dynamicContainer(family.name(), tests(family)));
        DynamicNode tiers = DynamicTest.dynamicTest("tiers", () -> {
            System.out.println("Expressions: " + counts);
            assertThat(counts.cases()).isGreaterThanOrEqualTo(LEAST_CASES);
            assertThat(counts.columnarCases()).isGreaterThanOrEqualTo(LEAST_COLUMNAR_CASES);
        });
        return Stream.concat(families, Stream.of(tiers));
    }

    private Stream<DynamicTest> tests(Family family) {
        GoldenExpressions golden = GoldenExpressions.read(family.name());
        return golden.expressions().stream()
                .map(expression -> DynamicTest.dynamicTest(
                        expression.source() + " [" + expression.table() + ", " + expression.zone() + "]",
                        () -> counts.add(check(golden, expression, family.sameValue()))));
    }

    private static TierValues check(GoldenExpressions golden, GoldenExpression expression, SameValue sameValue) {
        if (expression.values() == null) {
            assertThatThrownBy(() -> ExpressionCompiler.compile(expression.source()))
                    .isInstanceOf(SheliakException.class);
            return new TierValues(0, 0);
        }
        try (BufferAllocator allocator = new RootAllocator()) {
            Map<String, Table> dataSets = golden.dataSets(allocator);
            try {
                EvaluationContext context = golden.context(expression, dataSets, allocator);
                return new TierComparison(expression, context, sameValue).check(golden);
            } finally {
                dataSets.values().forEach(Table::close);
            }
        }
    }
}
