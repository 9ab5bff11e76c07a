package org.sheliak.runtime.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;

/// Transforms of the rows of each facet against the same transforms, lifted, of all rows.
class FacetsTest {
    private static final String FACET = "f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'aggregate', 'groupby': [FACET 'g'], 'ops': ['sum', 'count'], 'fields': ['v', null]}",
                "{'type': 'aggregate', 'groupby': [FACET 'g', 'h']}",
                "{'type': 'joinaggregate', 'groupby': [FACET 'g', 'h'], 'ops': ['max'], 'fields': ['v']}",
                "{'type': 'window', 'groupby': [FACET 'g', 'h'], 'sort': {'field': 'v'}, 'ops': ['row_number']}",
                "{'type': 'stack', 'groupby': [FACET 'g', 'h'], 'field': 'v', 'sort': {'field': 'v'}}",
                "{'type': 'stack', 'groupby': [FACET 'g'], 'field': 'v', 'offset': 'normalize'}",
                "{'type': 'quantile', 'groupby': [FACET 'g', 'h'], 'field': 'v', 'probs': [0.3, 0.5]}",
                "{'type': 'kde', 'groupby': [FACET 'g'], 'field': 'v', 'extent': [0, 9], 'steps': 4, 'bandwidth': 1}",
                "{'type': 'regression', 'groupby': [FACET 'g'], 'x': 'v', 'y': 'w'}"
            })
    void apply_liftedTransform_doesToEachFacetWhatItDidInside(String template) {
        try (BufferAllocator allocator = new RootAllocator()) {
            EvaluationContext context =
                    new EvaluationContext(allocator, ZoneId.of("UTC"), Map.of(), Map.of(), new Cancellation());
            List<Map<String, @Nullable Object>> rows = rows(new Random(template.length()), 200);
            List<Map<String, @Nullable Object>> expected = new ArrayList<>();
            for (List<Map<String, @Nullable Object>> facet : byText(rows)) {
                expected.addAll(apply(transform(template.replace("FACET", "")), facet, context));
            }
            String lifted = "{'facets': 1, " + template.replace("FACET", "'f',").substring(1);
            List<Map<String, @Nullable Object>> actual = new ArrayList<>();
            byText(apply(transform(lifted), rows, context)).forEach(actual::addAll);
            assertThat(withoutFacet(actual)).isEqualTo(withoutFacet(expected));
        }
    }

    private static Task.Transform transform(String definition) {
        return new Task.Transform((JsonObject) JsonReader.read(definition.replace('\'', '"')), "");
    }

    private static List<Map<String, @Nullable Object>> apply(
            Task.Transform transform, List<Map<String, @Nullable Object>> rows, EvaluationContext context) {
        TableBuilder builder = new TableBuilder();
        rows.forEach(builder::append);
        try (Table input = builder.build(context.allocator());
                TransformResult result = Transforms.apply(transform, input, context);
                Table output = result.table().share()) {
            RowView view = new RowView(output);
            List<Map<String, @Nullable Object>> objects = new ArrayList<>();
            for (int row = 0; row < output.rowCount(); row++) {
                objects.add(new LinkedHashMap<>(view.at(row).toObject()));
            }
            return objects;
        }
    }

    /// As Vega's facets: by the text of the value, in order of first appearance.
    private static List<List<Map<String, @Nullable Object>>> byText(List<Map<String, @Nullable Object>> rows) {
        Map<String, List<Map<String, @Nullable Object>>> facets = new LinkedHashMap<>();
        rows.forEach(row -> facets.computeIfAbsent(String.valueOf(row.get(FACET)), _ -> new ArrayList<>())
                .add(row));
        return List.copyOf(facets.values());
    }

    private static List<Map<String, @Nullable Object>> withoutFacet(List<Map<String, @Nullable Object>> rows) {
        rows.forEach(row -> row.remove(FACET));
        return rows;
    }

    /// Facets and groups whose joined texts are those of others, and empty ones.
    private static List<Map<String, @Nullable Object>> rows(Random random, int count) {
        List<@Nullable String> facets = new ArrayList<>(List.of("a", "a|b", "a,b", "", "null"));
        facets.add(null);
        List<String> groups = List.of("c", "b|c", "b,c", "", "null");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(FACET, facets.get(random.nextInt(facets.size())));
            row.put("g", groups.get(random.nextInt(groups.size())));
            row.put("h", groups.get(random.nextInt(groups.size())));
            row.put("v", (double) random.nextInt(9));
            row.put("w", (double) random.nextInt(9));
            rows.add(row);
        }
        return rows;
    }
}
