package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Item;

/// Signals in the place of parameters, whose value the spec tells.
final class KnownParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'sample', 'size': SIGNAL | 'n' | size | A number is expected; the signal has another value.",
                "'type': 'bin', 'field': 'v', 'extent': [0, 9], 'nice': SIGNAL | 1 | nice | True or false is expected; the signal has another value.",
                "'type': 'countpattern', 'field': 'v', 'pattern': SIGNAL | {'signal': 'x'} | pattern | Text is expected; the signal has another value.",
                "'type': 'fold', 'fields': [SIGNAL] | {} | fields/0 | A field is expected; the signal has another value.",
                "'type': 'fold', 'fields': SIGNAL | [''] | fields/0 | A field is expected; the signal has another value.",
                "'type': 'collect', 'sort': {'field': SIGNAL} | 1 | sort | A field and an order are expected, or lists of them; the signal has another value.",
            })
    void signal_ofAnotherForm_leavesTheTransformToTheBrowser(
            String transform, String value, String parameter, String reason) {
        assertThat(item(transform.replace("SIGNAL", "{'signal': 's'}"), value))
                .extracting(Item::cause)
                .isEqualTo(new Cause("/data/0/transform/0/" + parameter, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'sample', 'size': {'signal': '{}'}",
                "'type': 'fold', 'fields': {'signal': '[true]'}",
                "'type': 'stack', 'field': 'v', 'groupby': ['g'], 'as': ['a', {'signal': '2'}]",
                "'type': 'treemap', 'field': 'v', 'method': {'signal': 'nothing'}",
            })
    void expression_ofAnotherForm_leavesTheTransformToTheBrowser(String transform) {
        assertThat(item(transform, "1").place()).isEqualTo(Report.Place.CLIENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'sample', 'size': {'signal': 's'} | 9",
                "'type': 'sample', 'size': {'signal': 's * 2'} | 'n'",
                "'type': 'fold', 'fields': {'signal': 's'} | 'v'",
                "'type': 'fold', 'fields': {'signal': 's'} | ['v', 'w']",
                "'type': 'fold', 'fields': [{'signal': 's'}, 'w'] | 'v'",
                "'type': 'bin', 'field': 'v', 'extent': {'signal': '[0, s]'} | 9",
                "'type': 'bin', 'field': 'v', 'extent': [0, 1], 'step': {'signal': 's'} | null",
            })
    void signal_ofTheDeclaredForm_isTheKernels(String transform, String value) {
        assertThat(item(transform, value).place()).isEqualTo(Report.Place.SERVER);
    }

    private static Item item(String transform, String value) {
        String spec = "{'signals': [{'name': 'nothing'}, {'name': 's', 'value': " + value + "}], "
                + "'data': [{'name': 'd', 'url': 'a.json', 'transform': [{" + transform + "}]}], "
                + "'marks': [{'type': 'symbol', 'from': {'data': 'd'}}]}";
        JsonObject json = (JsonObject) JsonReader.read(spec.replace('\'', '"'));
        return Planner.plan(json, PlannerOptions.in("UTC")).report().items().stream()
                .filter(item -> item.pointer().equals("/data/0/transform/0"))
                .findFirst()
                .orElseThrow();
    }
}
