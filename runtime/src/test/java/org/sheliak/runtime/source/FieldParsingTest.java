package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;

class FieldParsingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "csv; \"none\"; 'a,b\n1,x'; expected \"auto\" or an object",
                "json; \"none\"; '[{\"a\": 1, \"b\": \"x\"}]'; expected \"auto\" or an object",
                "csv; {\"b\": \"colour\"}; 'a,b\n1,x'; cannot parse the field \"b\"",
            })
    void read_typesThatDoNotExist_areRefusedAndTheRowsFreed(String type, String parse, String text, String message) {
        JsonObject format = (JsonObject) JsonReader.read("{\"type\": \"" + type + "\", \"parse\": " + parse + "}");
        try (BufferAllocator allocator = new RootAllocator()) {
            DataFile file = new DataFile(DataFormat.of(format, ""), null, ZoneId.of("UTC"), allocator);
            assertThatThrownBy(() -> file.read(text))
                    .isInstanceOf(SheliakException.class)
                    .hasMessageContaining(message);
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
    }
}
