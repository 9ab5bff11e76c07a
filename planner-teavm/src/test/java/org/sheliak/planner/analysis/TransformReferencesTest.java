package org.sheliak.planner.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.TransformSpec;

final class TransformReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'type': 'filter', 'expr': 'datum.f > 1'}; x; x,f",
                "{'type': 'formula', 'expr': 'datum.f', 'as': 'x'}; x,y; y,f",
                "{'type': 'bin', 'field': 'f', 'extent': [0, 1]}; bin0,x; x,f",
                "{'type': 'bin', 'field': 'f', 'extent': [0, 1], 'as': ['a', 'b']}; a,b,bin0; bin0,f",
                "{'type': 'aggregate', 'groupby': ['g'], 'ops': ['sum'], 'fields': ['f']}; g; g,f",
                "{'type': 'aggregate', 'ops': ['count'], 'fields': [null]}; count; ``",
                "{'type': 'aggregate', 'ops': ['argmax'], 'fields': ['f']}; x; *",
                "{'type': 'joinaggregate', 'ops': ['mean'], 'fields': ['f']}; mean_f,x; x,f",
                "{'type': 'window', 'sort': {'field': ['s', 't']}, 'ops': ['rank'], 'as': ['r']}; r,x; x,s,t",
                "{'type': 'project', 'fields': ['a.b', 'c'], 'as': ['d']}; d; a,c",
                "{'type': 'project'}; x; x",
                "{'type': 'fold', 'fields': ['a', 'b']}; key,value,x; x,a,b",
                "{'type': 'impute', 'field': 'f', 'key': 'k', 'value': 0}; f; f,k",
                "{'type': 'stack', 'groupby': ['g'], 'field': 'f'}; y0,y1; f,g",
                "{'type': 'timeunit', 'field': {'signal': 'f'}, 'units': ['year']}; x; *",
                "{'type': 'lookup', 'from': 'o', 'key': 'k', 'fields': ['f'], 'values': ['v']}; v,x; x,f",
                "{'type': 'identifier', 'as': 'id'}; id,x; x",
                "{'type': 'sequence', 'start': 0, 'stop': 9}; data; ``",
                "{'type': 'pivot', 'groupby': ['g'], 'field': 'f', 'value': 'v'}; x; g,f,v",
                "{'type': 'density', 'distribution': {'function': 'kde', 'field': 'f'}}; value; f",
                "{'type': 'density', 'distribution': {'function': 'kde', 'from': 'd', 'field': 'f'}}; value; ``",
                "{'type': 'force'}; x; *",
                "{'type': 'unheard of'}; x; *",
            })
    void before_columns(String transform, String after, String before) {
        TransformReferences references = references(transform);
        ColumnUsage expected = before.equals("*")
                ? ColumnUsage.ALL
                : before.isEmpty() ? ColumnUsage.NONE : ColumnUsage.of(before.split(","));
        assertThat(references.before(ColumnUsage.of(after.split(",")))).isEqualTo(expected);
    }

    @Test
    void data_ofLookup_hasTheColumnsItTakes() {
        assertThat(references("{'type': 'lookup', 'from': 'o', 'key': 'k', 'fields': ['f'], 'values': ['v']}")
                        .allData())
                .containsEntry("o", ColumnUsage.of("k", "v"));
        assertThat(references("{'type': 'lookup', 'from': 'o', 'key': 'k', 'fields': ['f'], 'as': ['r']}")
                        .allData())
                .containsEntry("o", ColumnUsage.ALL);
    }

    @Test
    void data_ofNestedParameters_isFound() {
        assertThat(references("{'type': 'force', 'forces': [{'force': 'link', 'links': 'l'}]}")
                        .allData())
                .containsOnlyKeys("l");
        assertThat(references("{'type': 'density', 'distribution': {'function': 'kde', 'from': 'd', 'field': 'f'}}")
                        .allData())
                .containsOnlyKeys("d");
    }

    private static TransformReferences references(String transform) {
        JsonObject json = (JsonObject) JsonReader.read(transform.replace('\'', '"'));
        return TransformReferences.of(
                new TransformSpec(json, ""), new ExpressionReader(), SelectionFields.in(JsonObject.EMPTY));
    }
}
