package org.sheliak.planner.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

final class ReferencesTest {

    @Test
    void columns_ofMark_areThoseOfItsEncodings() {
        References references = references("""
                {"data": [{"name": "d"}], "marks": [{"type": "symbol", "from": {"data": "d"}, "key": "k",
                  "sort": {"field": "datum[\\"s\\"]"},
                  "encode": {"update": {"x": {"field": "a.b"}, "y": {"signal": "datum.c"},
                    "fill": [{"test": "datum['d e'] > 1", "value": 1}, {"field": {"datum": "f"}}],
                    "x2": {"field": {"group": "width"}}}}}]}
                """);
        assertThat(columns(references, "d").names()).containsExactlyInAnyOrder("k", "s", "a", "c", "d e", "f");
    }

    @Test
    void columns_ofWholeRowTooltip_areAll() {
        References references = references("""
                {"data": [{"name": "d"}], "marks": [{"type": "symbol", "from": {"data": "d"},
                  "encode": {"update": {"tooltip": {"signal": "datum"}}}}]}
                """);
        assertThat(columns(references, "d").all()).isTrue();
    }

    @Test
    void columns_ofEventHandlers_areReadOfEveryMark() {
        References references = references("""
                {"data": [{"name": "d"}, {"name": "notDrawn"}],
                 "signals": [{"name": "s", "on": [{"events": "click", "update": "datum.hovered"}]}],
                 "scales": [{"name": "x", "domain": {"data": "notDrawn", "field": "a"}}],
                 "marks": [{"type": "symbol", "from": {"data": "d"}, "encode": {"update": {"x": {"field": "a"}}}}]}
                """);
        assertThat(columns(references, "d")).isEqualTo(ColumnUsage.of("a", "hovered"));
        assertThat(columns(references, "notDrawn")).isEqualTo(ColumnUsage.of("a"));
    }

    @Test
    void columns_ofDerivedData_goBackThroughTransforms() {
        References references = references("""
                {"data": [{"name": "d"}, {"name": "e", "source": "d", "transform": [
                  {"type": "formula", "expr": "datum.a * 2", "as": "b"}, {"type": "filter", "expr": "datum.c"}]}],
                 "marks": [{"type": "symbol", "from": {"data": "e"}, "encode": {"update": {
                  "x": {"field": "b"}, "y": {"field": "z"}}}}]}
                """);
        assertThat(columns(references, "d").names()).containsExactlyInAnyOrder("a", "c", "z");
    }

    @Test
    void columns_ofFacet_areThoseOfItsGroupsAndRows() {
        References references = references("""
                {"data": [{"name": "d"}], "marks": [{"type": "group",
                  "from": {"facet": {"name": "f", "data": "d", "groupby": ["g"],
                    "aggregate": {"fields": ["h"], "ops": ["max"]}}},
                  "marks": [{"type": "symbol", "from": {"data": "f"}, "encode": {"update": {"x": {"field": "i"}}}}]}]}
                """);
        assertThat(columns(references, "d").names()).containsExactlyInAnyOrder("g", "h", "i");
    }

    @Test
    void columns_ofGroup_areThoseReadAsParent() {
        References references = references("""
                {"data": [{"name": "d"}], "marks": [{"type": "group", "from": {"data": "d"},
                  "title": {"text": {"signal": "parent.a"}},
                  "marks": [{"type": "rect", "encode": {"update": {"x": {"field": {"parent": "b"}}}}}]}]}
                """);
        assertThat(columns(references, "d").names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void columns_ofMarkReadByAnotherMark_areThoseReadThroughItsItems() {
        References references = references("""
                {"data": [{"name": "d"}], "marks": [
                  {"type": "symbol", "name": "points", "from": {"data": "d"}, "encode": {"enter": {"x": {"field": "b"}}}},
                  {"type": "text", "from": {"data": "points"}, "sort": {"field": "datum.datum.e"},
                   "encode": {"update": {"text": {"field": "datum.a"}, "x": {"field": "x"},
                     "y": {"signal": "datum.y + datum.datum.c + datum.datum['d'].length"}}},
                   "transform": [{"type": "voronoi", "x": {"expr": "datum.datum.x || 0"}, "y": "datum.y"}]}]}
                """);
        assertThat(columns(references, "d").names()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'encode': {'update': {'text': {'signal': 'datum.datum'}}}",
                "'encode': {'update': {'text': {'signal': 'datum'}}}",
                "'encode': {'update': {'text': {'signal': 'datum[x].a'}}}",
                "'encode': {'update': {'text': {'field': 'datum'}}}",
                "'transform': [{'type': 'force'}]",
                "'transform': [{'type': 'label', 'sort': {'field': 'datum.datum'}}]"
            })
    void columns_ofItemsThatAreReadAsAWhole_areAll(String reader) {
        References references = references(
                ("{'data': [{'name': 'd'}], 'marks': [{'type': 'symbol', 'name': 'points', 'from': {'data': 'd'}},"
                                + "{'type': 'text', 'from': {'data': 'points'}, " + reader + "}]}")
                        .replace('\'', '"'));
        assertThat(columns(references, "d").all()).isTrue();
    }

    @Test
    void columns_ofSelection_areThoseItsSignalsName() {
        References references = references("""
                {"data": [{"name": "d"}, {"name": "brush_store"}],
                 "signals": [{"name": "brush_tuple_fields", "value": [{"type": "R", "field": "a\\\\.b"}]}],
                 "marks": [{"type": "symbol", "from": {"data": "d"}, "encode": {"update": {"opacity": [
                  {"test": "vlSelectionTest(\\"brush_store\\", datum)", "value": 1}]}}}]}
                """);
        assertThat(columns(references, "d")).isEqualTo(ColumnUsage.of("a.b"));
    }

    @Test
    void names_meanTheNearestDefinition() {
        References references = references("""
                {"data": [{"name": "d"}], "signals": [{"name": "s"}], "marks": [{"type": "group",
                  "signals": [{"name": "s", "value": 1}], "data": [{"name": "d", "source": "d"}],
                  "marks": [{"type": "symbol", "from": {"data": "d"}, "encode": {"update": {"x": {"signal": "s"}}}}]}]}
                """);
        assertThat(references.to(new Variable(Namespace.SIGNAL, "s", List.of())))
                .isEmpty();
        assertThat(references.to(new Variable(Namespace.SIGNAL, "s", List.of(0))))
                .hasSize(1);
        assertThat(references.to(new Variable(Namespace.DATA, "d", List.of())))
                .extracting(Reference::role)
                .containsExactly(Role.SOURCE);
        assertThat(references.to(new Variable(Namespace.DATA, "d", List.of(0))))
                .extracting(Reference::role)
                .containsExactly(Role.MARK);
    }

    @Test
    void eventSelectors_referToTheSignalsTheyName() {
        References references = references("""
                {"signals": [{"name": "s"}, {"name": "t", "on": [{"events": "click[s > 1]", "update": "1"}]}]}
                """);
        assertThat(references.to(new Variable(Namespace.SIGNAL, "s", List.of())))
                .hasSize(1);
    }

    private static ColumnUsage columns(References references, String data) {
        return references.columns(new Variable(Namespace.DATA, data, List.of()));
    }

    private static References references(String spec) {
        return References.in((JsonObject) JsonReader.read(spec), new ExpressionReader());
    }
}
