package org.sheliak.planner.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionReferencesTest {
    private final ExpressionReader reader = new ExpressionReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "datum.a + datum['b c'] + datum[0]; a,b c,0",
                "datum.a.b; a",
                "datum[field]; *",
                "merge(datum, {}); *",
                "datum && datum.a; a",
                "!datum || datum == null ? 0 : datum.a; a",
                "isValid(datum) && datum.a; a",
                "(item().isVoronoi ? datum.datum : datum)['Origin']; datum,Origin",
                "item.datum.a; a",
                "event.item.datum.a; a",
                "(datum || {}).a; a",
                "parent.a; ``",
                "1 + 2; ``",
            })
    void datum_readsTheseColumns(String expression, String columns) {
        ColumnUsage expected = columns.equals("*")
                ? ColumnUsage.ALL
                : columns.isEmpty() ? ColumnUsage.NONE : ColumnUsage.of(columns.split(","));
        assertThat(reader.of(expression).datum()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "data('d'); *",
                "data('d')[0].a; a",
                "(data('d')[0] || {}).a; a",
                "data('d').length; ``",
                "length(data('d')); ``",
                "pluck(data('d'), 'a.b'); a",
                "indata('d', 'a', 1); a",
                "vlSelectionResolve('d', 'union'); *",
            })
    void data_readsTheseColumns(String expression, String columns) {
        ColumnUsage expected = columns.equals("*")
                ? ColumnUsage.ALL
                : columns.isEmpty() ? ColumnUsage.NONE : ColumnUsage.of(columns.split(","));
        assertThat(reader.of(expression).data()).containsOnlyKeys("d").containsEntry("d", expected);
    }

    @Test
    void signals_areFreeNamesOnly() {
        ExpressionReferences references = reader.of("a.b + c[d] + PI + f(e) + {g: h}.g + datum.i");
        assertThat(references.signals()).containsExactly("a", "c", "d", "e", "h");
        assertThat(references.functions()).containsExactly("f");
        assertThat(references.context()).containsExactly("datum");
    }

    @Test
    void scales_areNamedOrAny() {
        assertThat(reader.of("scale('x', 1) + bandwidth('y')").scales()).containsExactly("x", "y");
        assertThat(reader.of("domain(name)").anyScale()).isTrue();
    }

    @Test
    void selectionTest_readsColumnsOfTheStore() {
        ExpressionReferences references = reader.of("vlSelectionTest('brush_store', datum) && datum.a");
        assertThat(references.selections()).containsExactly("brush_store");
        assertThat(references.datum()).isEqualTo(ColumnUsage.of("a"));
    }

    @Test
    void selectionIdTest_readsTheIdentifier() {
        assertThat(reader.of("vlSelectionIdTest('s', datum)").datum()).isEqualTo(ColumnUsage.of("_vgsid_"));
    }

    @Test
    void modify_changesData() {
        assertThat(reader.of("modify('store', tuple, true)").changedData()).containsExactly("store");
    }

    @Test
    void brokenExpression_mayReferToEveryWord() {
        ExpressionReferences references = reader.of("a + (b * datum.c");
        assertThat(references.signals()).contains("a", "b");
        assertThat(references.datum()).isEqualTo(ColumnUsage.ALL);
    }
}
