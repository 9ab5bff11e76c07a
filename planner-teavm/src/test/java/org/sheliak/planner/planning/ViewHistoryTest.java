package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Which transforms stay in the browser because of what a view has done before.
final class ViewHistoryTest {
    private static final String CI = "{'type': 'aggregate', 'fields': ['v'], 'ops': ['ci0']}";
    private static final String SAMPLE = "{'type': 'sample', 'size': 9}";

    @ParameterizedTest
    @ValueSource(strings = {CI, SAMPLE, "{'type': 'formula', 'expr': 'random()', 'as': 'r'}"})
    void oneDraw_withOrWithoutSeed_runsInTheKernel(String transform) {
        assertThat(transformsInKernel(transform, "", null)).isEqualTo(1);
        assertThat(transformsInKernel(transform, "", 42.0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'signals': [{'name': 's', 'update': 'random()'}]",
                ", 'marks': [{'type': 'symbol', 'encode': {'enter': {'x': {'signal': 'sampleNormal()'}}}}]",
                ", 'marks': [{'type': 'text', 'transform': [{'type': 'wordcloud'}]}]"
            })
    void severalDraws_areLeftToTheBrowserWithASeed(String others) {
        assertThat(transformsInKernel(SAMPLE, others, null)).isEqualTo(1);
        assertThat(transformsInKernel(SAMPLE, others, 42.0)).isZero();
    }

    @Test
    void draw_afterAFilterThatChanges_isLeftToTheBrowserWithASeed() {
        String signals = ", 'signals': [{'name': 's', 'value': 1, 'bind': {'input': 'range'}}]";
        String pipeline = "{'type': 'filter', 'expr': 'datum.v > s'}, " + CI;
        assertThat(transformsInKernel(pipeline, signals, null)).isEqualTo(2);
        assertThat(transformsInKernel(pipeline, signals, 42.0)).isZero();
    }

    @Test
    void initOnly_ofASignalThatChanges_isLeftToTheBrowser() {
        String formula = "{'type': 'formula', 'expr': 'datum.v * s', 'as': 'w', 'initonly': true}";
        assertThat(transformsInKernel(formula, ", 'signals': [{'name': 's', 'value': 1}]", null))
                .isEqualTo(1);
        assertThat(transformsInKernel(
                        formula, ", 'signals': [{'name': 's', 'value': 1, 'bind': {'input': 'range'}}]", null))
                .isZero();
    }

    @Test
    void initOnly_ofAPathThroughATreeThatKeepsItsShape_runsInTheKernel() {
        String path =
                "{'type': 'formula', 'expr': 'treePath(\\'tree\\', datum.v, datum.w)', 'as': 'p', 'initonly': true}";
        String planted = "{'type': 'stratify', 'key': 'id', 'parentKey': 'up'}";
        String laidOut = "{'type': 'tree', 'size': [{'signal': 's'}, 9]}";
        assertThat(transformsOfTreeAndPaths(planted + ", " + laidOut, path)).isEqualTo(3);
        String thinned = "{'type': 'filter', 'expr': 'datum.v > s'}, ";
        assertThat(transformsOfTreeAndPaths(thinned + planted, path)).isEqualTo(1);
        String lookingIn = ", {'type': 'formula', 'expr': 'datum.p[0].x', 'as': 'x'}";
        assertThat(transformsOfTreeAndPaths(planted + ", " + laidOut, path + lookingIn))
                .isZero();
    }

    /// How many transforms the kernel runs of a data set with a tree and one with paths, beside a signal that may
    /// change.
    private static long transformsOfTreeAndPaths(String tree, String paths) {
        String signals = "'signals': [{'name': 's', 'value': 1, 'bind': {'input': 'range'}}]";
        return transformsInKernel(
                "{" + signals + ", 'data': [" + dataSet("tree", tree) + ", " + dataSet("d", paths) + "]}", null);
    }

    @Test
    void sampleSize_ofAComputedSignal_isLeftToTheBrowser() {
        String sample = "{'type': 'sample', 'size': {'signal': 's'}}";
        assertThat(transformsInKernel(sample, ", 'signals': [{'name': 's', 'value': 9}]", null))
                .isEqualTo(1);
        assertThat(transformsInKernel(sample, ", 'signals': [{'name': 's', 'update': '3 * 3'}]", null))
                .isZero();
        assertThat(transformsInKernel("{'type': 'sample', 'size': {'signal': '3 * 3'}}", "", null))
                .isEqualTo(1);
    }

    /// How many transforms of a pipeline the kernel runs.
    private static long transformsInKernel(String transforms, String members, @Nullable Double seed) {
        return transformsInKernel("{'data': [" + dataSet("d", transforms) + "]" + members + "}", seed);
    }

    private static String dataSet(String name, String transforms) {
        return "{'name': '" + name + "', 'url': 'a.json', 'transform': [" + transforms + "]}";
    }

    private static long transformsInKernel(String spec, @Nullable Double seed) {
        PlannerOptions options =
                PlannerOptions.in("UTC").withSeed(seed).withKeep(Set.of(new Variable(Namespace.DATA, "d", List.of())));
        SpecPlan plan = Planner.plan((JsonObject) JsonReader.read(spec.replace('\'', '"')), options);
        return plan.report().items().stream()
                .filter(item -> item.kind() == Report.Kind.TRANSFORM && item.place() == Report.Place.SERVER)
                .count();
    }
}
