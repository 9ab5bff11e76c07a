package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.planning.CommunicationPlan.ClientValue;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

final class PlannerTest {
    private static final PlannerOptions OPTIONS = PlannerOptions.in("UTC");
    private static final String MARK = "\"marks\": [{\"type\": \"symbol\", \"from\": {\"data\": \"d\"}}]";

    @Test
    void spec_withNothingToMove_staysAsItIs() {
        JsonObject spec = spec("{'data': [{'name': 'd', 'values': [1, 2], 'x-own': {'a': [null]}}], 'y-own': 1}");
        SpecPlan plan = Planner.plan(spec, OPTIONS);
        assertThat(plan.clientSpec()).isEqualTo(spec);
        assertThat(plan.taskGraph().tasks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data': [{'name': ['d'], 'url': 'a'}]} | /data/0/name | Text is expected, a list was found.",
                "{'data': [{'name': [['d']], 'url': 'a'}]} | /data/0/name | Text is expected, a list was found.",
                "{'data': [{'name': {}, 'url': 'a'}]} | /data/0/name | Text is expected, an object was found.",
                "{'data': [{'name': 'd', 'source': ['a', ['b']]}]} | /data/0/source/1 | Text is expected, a list was found.",
                "{'data': [{'name': 'd', 'url': 'a', 'transform': [{'type': 'bin', 'field': ['v']}]}]} | /data/0/transform/0/field | A field is expected, a list of one was found.",
                "{'data': [{'name': 'd', 'url': 'a', 'transform': {}}]} | /data/0/transform | A list is expected, an object was found.",
                "{'data': [{'name': 'd', 'url': 'a'}], 'signals': {}} | /signals | A list is expected, an object was found.",
                "{'data': [{'name': 'd', 'url': 'a'}], 'marks': [{'from': {'data': ['d']}}]} | /marks/0/from/data | Text is expected, a list was found.",
            })
    void malformedSpec_staysInTheBrowser(String json, String pointer, String reason) {
        JsonObject spec = spec(json);
        SpecPlan plan = Planner.plan(spec, OPTIONS);
        assertThat(plan.clientSpec()).isEqualTo(spec);
        assertThat(plan.taskGraph().tasks()).isEmpty();
        assertThat(plan.report().items()).extracting(Item::cause).containsOnly(new Cause(pointer, reason));
    }

    @Test
    void unknownMembers_ofMovedSpec_survive() {
        SpecPlan plan = plan("{'own': 1, 'data': [{'name': 'd', 'url': 'a.json', 'own': 2, 'transform': [{'type': "
                + "'force'}]}], " + MARK + "}");
        assertThat(JsonWriter.write(plan.clientSpec()))
                .contains("\"own\":1", "{\"name\":\"d\",\"own\":2,\"source\":\"_server_d\"");
    }

    @Test
    void inlineRows_moveFromTheThresholdOn() {
        String spec = "{'data': [{'name': 'd', 'values': [{'a': 1}, {'a': 2}]}], " + MARK + "}";
        assertThat(Planner.plan(spec(spec), OPTIONS.withInlineRows(3))
                        .taskGraph()
                        .tasks())
                .isEmpty();
        assertThat(Planner.plan(spec(spec), OPTIONS.withInlineRows(2))
                        .taskGraph()
                        .tasks())
                .hasSize(1);
    }

    @Test
    void tables_areNamedByUrlOrByDataSet() {
        PlannerOptions options = OPTIONS.withTables(Set.of("d"));
        assertThat(table(Planner.plan(spec("{'data': [{'name': 'd'}], " + MARK + "}"), options)))
                .isEqualTo("d");
        assertThat(table(Planner.plan(spec("{'data': [{'name': 'd', 'url': 'table://t'}], " + MARK + "}"), options)))
                .isEqualTo("t");
    }

    @Test
    void vegaLite_isRefused() {
        assertThatThrownBy(() -> plan("{'data': {'url': 'a.json'}, 'mark': 'bar'}"))
                .isInstanceOfSatisfying(SheliakException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.SPEC_INVALID);
                    assertThat(error.location().pointer()).isEqualTo("/mark");
                });
    }

    @Test
    void dataThatNothingReads_isNotEvaluated_unlessKept() {
        String spec = "{'data': [{'name': 'd', 'url': 'a.json'}]}";
        assertThat(plan(spec).taskGraph().tasks()).isEmpty();
        Variable kept = new Variable(Namespace.DATA, "d", List.of());
        SpecPlan plan = Planner.plan(spec(spec), OPTIONS.withKeep(Set.of(kept)));
        assertThat(plan.communicationPlan().serverToClient())
                .extracting(value -> value.variable().name())
                .containsExactly("d");
    }

    @Test
    void keptData_hasAllColumns_alsoWhereTheBrowserEvaluatesTheRest() {
        JsonObject spec = spec("{'data': [{'name': 'd', 'url': 'a.json', 'transform': [{'type': 'formula', 'expr': "
                + "'scale(datum.a, 1)', 'as': 'b'}]}], 'scales': [{'name': 'x'}], 'marks': [{'type': 'symbol', "
                + "'from': {'data': 'd'}, 'encode': {'update': {'x': {'field': 'b'}}}}]}");
        Variable kept = new Variable(Namespace.DATA, "d", List.of());
        assertThat(Planner.plan(spec, OPTIONS).report().crossings())
                .extracting(Report.Crossing::name, Report.Crossing::columns)
                .containsExactly(tuple("_server_d", List.of("a")));
        assertThat(Planner.plan(spec, OPTIONS.withKeep(Set.of(kept))).report().crossings())
                .extracting(Report.Crossing::name, Report.Crossing::columns)
                .containsExactly(tuple("_server_d", null));
    }

    @Test
    void browserOnly_staysInTheBrowser() {
        Variable variable = new Variable(Namespace.DATA, "d", List.of());
        JsonObject spec = spec("{'data': [{'name': 'd', 'url': 'a.json'}], " + MARK + "}");
        assertThat(Planner.plan(spec, OPTIONS.withBrowserOnly(Set.of(variable))).clientSpec())
                .isEqualTo(spec);
    }

    @Test
    void rowsForDomainsOnly_areNotSent() {
        SpecPlan plan = plan("{'data': [{'name': 'd', 'url': 'a.json'}, {'name': 'sums', 'source': 'd', 'transform': ["
                + "{'type': 'aggregate', 'groupby': ['g'], 'ops': ['sum'], 'fields': ['f'], 'as': ['s']}]}], 'scales': ["
                + "{'name': 'x', 'type': 'band', 'domain': {'data': 'd', 'field': 'g', 'sort': {'op': 'count'}}},"
                + "{'name': 'y', 'domain': {'fields': [{'data': 'd', 'field': 'f'}, {'data': 'sums', 'field': 's'}]}}],"
                + "'marks': [{'type': 'rect', 'from': {'data': 'sums'}, 'encode': {'update': {'x': {'field': 'g'},"
                + "'y': {'field': 's'}}}}]}");
        assertThat(JsonWriter.write(plan.clientSpec()))
                .contains(
                        "{\"data\":\"d_domain_g\",\"field\":\"g\",\"sort\":{\"op\":\"max\",\"field\":\"sort_value\"}}",
                        "{\"fields\":[{\"signal\":\"d_extent_f\"},{\"data\":\"sums\",\"field\":\"s\"}]}");
        assertThat(plan.report().rawRows()).isEmpty();
    }

    @Test
    void sentRows_areNamedAsRaw() {
        SpecPlan plan = plan("{'data': [{'name': 'd', 'url': 'a.json'}], " + MARK + "}");
        assertThat(plan.report().rawRows()).containsExactly("d");
    }

    @Test
    void storeWrittenWhenTheViewStarts_hasNoInitialValue() {
        SpecPlan plan = plan("{'data': [{'name': 'store'}, {'name': 'd', 'url': 'a.json', 'transform': [{'type': "
                + "'filter', 'expr': 'length(data(\\\"store\\\"))'}]}], 'signals': [{'name': 'write', 'update': "
                + "'modify(\\\"store\\\", {unit: 1})'}], " + MARK + "}");
        assertThat(plan.communicationPlan().clientToServer())
                .extracting(ClientValue::hasInitialValue)
                .containsExactly(false);
        assertThat(plan.communicationPlan().isReadyAtStart()).isFalse();
    }

    @Test
    void report_namesThePlaceThatForcesTheBrowser() {
        SpecPlan plan = plan("{'data': [{'name': 'd', 'url': 'a.json', 'transform': [{'type': 'filter', 'expr': "
                + "'datum.a'}, {'type': 'formula', 'expr': 'scale(datum.b, datum.a)', 'as': 'b'}]}], " + MARK + "}");
        assertThat(plan.report().items())
                .filteredOn(item -> item.place() == Report.Place.CLIENT)
                .extracting(Item::pointer, Item::cause)
                .containsExactly(tuple(
                        "/data/0/transform/1",
                        new Cause("/data/0/transform/1/expr", "The expression computes which scale it reads.")));
    }

    private static String table(SpecPlan plan) {
        Task task = plan.taskGraph().tasks().getFirst();
        return ((TableSource) ((DataTask) task.kind()).source()).name();
    }

    private static SpecPlan plan(String spec) {
        return Planner.plan(spec(spec), OPTIONS);
    }

    private static JsonObject spec(String text) {
        return (JsonObject) JsonReader.read(text.replace('\'', '"'));
    }
}
