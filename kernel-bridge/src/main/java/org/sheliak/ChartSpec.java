package org.sheliak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// A spec that is known to be a JSON object of one of the two languages.
///
/// @param json the text as it was given
public record ChartSpec(String json, Language language) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> VEGA_LITE_MEMBERS =
            List.of("mark", "layer", "encoding", "concat", "hconcat", "vconcat", "facet", "repeat", "spec");
    private static final List<String> VEGA_MEMBERS = List.of("marks", "signals", "scales", "axes");

    /// The languages of specs.
    public enum Language {
        VEGA_LITE("Vega-Lite", "vega-lite"),
        VEGA("Vega", "vega");

        private final String title;
        private final String mode;

        Language(String title, String mode) {
            this.title = title;
            this.mode = mode;
        }

        /// The language as vega-embed calls it.
        public String mode() {
            return mode;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// Reads a spec.
    ///
    /// @throws SheliakException SPEC_INVALID with line and column when the text is not JSON
    public static ChartSpec parse(String json) {
        return new ChartSpec(json, language(tree(json)));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid("the spec is not JSON: " + JsonFault.of(json, e));
        }
    }

    private static Language language(JsonNode spec) {
        if (spec.isMissingNode()) {
            throw invalid("the spec is empty");
        }
        if (!spec.isObject()) {
            throw invalid("the spec is a JSON " + spec.getNodeType().name().toLowerCase(Locale.ROOT)
                    + ", expected an object");
        }
        String schema = spec.path("$schema").asText();
        if (schema.contains("/vega-lite/")) {
            return Language.VEGA_LITE;
        }
        if (schema.contains("/vega/")) {
            return Language.VEGA;
        }
        if (!schema.isEmpty()) {
            throw invalid("$schema is \"" + schema + "\", expected the address of a Vega-Lite or Vega schema");
        }
        if (VEGA_LITE_MEMBERS.stream().anyMatch(spec::has)) {
            return Language.VEGA_LITE;
        }
        if (VEGA_MEMBERS.stream().anyMatch(spec::has)) {
            return Language.VEGA;
        }
        throw invalid("the spec is neither Vega-Lite (no mark, layer, concat, facet or repeat) nor Vega (no marks)");
    }

    private static SheliakException invalid(String detail) {
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, detail);
    }
}
