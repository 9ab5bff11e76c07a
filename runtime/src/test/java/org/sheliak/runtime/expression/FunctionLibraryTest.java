package org.sheliak.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ServerCapabilities;
import org.sheliak.runtime.expression.function.FunctionLibrary;

class FunctionLibraryTest {
    /// What the kernel can evaluate and yet must not be asked for: the time, and the question whether an item of the
    /// drawing lies in a group.
    private static final Set<String> NOT_PLANNED = Set.of("inScope", "now");

    @Test
    void names_areThoseThatThePlannerPlansFor() {
        Set<String> expected = new TreeSet<>(FunctionLibrary.names());
        expected.removeAll(NOT_PLANNED);
        assertThat(ServerCapabilities.CURRENT.functions()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /// `src/test/node/expression/generate.js` lists the functions of vega-functions.
    @Test
    void names_andThoseOfTheBrowser_areThoseOfVega() throws IOException {
        Set<String> all = new TreeSet<>(FunctionLibrary.names());
        all.addAll(FunctionLibrary.browserOnly());
        assertThat(all).containsExactlyElementsOf(namesInVega());
        assertThat(FunctionLibrary.names()).doesNotContainAnyElementsOf(FunctionLibrary.browserOnly());
    }

    private static Set<String> namesInVega() throws IOException {
        try (InputStream stream = FunctionLibraryTest.class.getResourceAsStream("/expression/functions.json")) {
            JsonArray names = (JsonArray) JsonReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            Set<String> sorted = new TreeSet<>();
            names.elements().forEach(name -> sorted.add(((JsonString) name).value()));
            return sorted;
        }
    }

    @ParameterizedTest
    @CsvSource({"foo(1),cos", "Year(datum.d),year", "lenght('a'),length", "vlselectiontest('a'),vlSelectionTest"})
    void unknownFunction_namesTheNearest(String source, String nearest) {
        assertThatThrownBy(() -> ExpressionCompiler.compile("1 + " + source))
                .isInstanceOfSatisfying(SheliakException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.EXPRESSION_SYNTAX);
                    assertThat(error.location().offset()).isEqualTo(4);
                    assertThat(error.detail()).contains("unknown function", "\"" + nearest + "\"");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"geoShape('p', {})", "event.x", "windowSize()", "pinchDistance(event)"})
    void browserOnly_isUnsupported(String source) {
        assertThatThrownBy(() -> ExpressionCompiler.compile(source))
                .isInstanceOfSatisfying(
                        SheliakException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED));
    }

    @Test
    void dataOfAnExpression_isRefused() {
        assertThatThrownBy(() -> ExpressionCompiler.compile("length(data(name))"))
                .isInstanceOf(SheliakException.class)
                .hasMessageContaining("must be a string");
    }
}
