package org.sheliak.runtime.transform;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.expression.function.RegExpPattern;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.RegExpValue;

/// Counts what a pattern finds in a text field: a new row for each text found, but for the stop words. Texts that are
/// whole numbers come first and rise, as the names of an object do; the others stand in the order of their first use.
/// What is no text fails, as in Vega.
///
/// Differs from Vega: words that every JavaScript object has as a member (`constructor`) are counted.
///
/// Source: vega-transforms/src/CountPattern.js @ v6.4.0.
final class CountPatternTransform implements Transform {
    private final Parameters parameters;
    private final FieldAccess field;
    private final RegExpPattern pattern;
    private final RegExpPattern stopwords;
    private final String letterCase;

    CountPatternTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.pattern = parameters.located(
                "pattern", () -> RegExpPattern.compile(new RegExpValue(parameters.text("pattern", "[\\w']+"), "g")));
        this.stopwords = parameters.located(
                "stopwords",
                () -> RegExpPattern.compile(new RegExpValue("^" + parameters.text("stopwords", "") + "$", "i")));
        this.letterCase = parameters.text("case", "mixed");
    }

    @Override
    public TransformResult apply(Table input) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (Column column = field.read(input, parameters.allocator())) {
            for (int row = 0; row < column.length(); row++) {
                count(text(column.value(row)), counts);
            }
        }
        List<Map.Entry<String, Integer>> found = ordered(counts);
        @Nullable Object[] texts = found.stream().map(Map.Entry::getKey).toArray();
        @Nullable
        Object[] numbers =
                found.stream().map(entry -> entry.getValue().doubleValue()).toArray();
        try (OutputColumns output = new OutputColumns()) {
            output.put(parameters.as(0, "text"), texts, parameters.allocator());
            output.put(parameters.as(1, "count"), numbers, parameters.allocator());
            return TransformResult.of(output.build(found.size()));
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof String text) {
            return switch (letterCase) {
                case "upper" -> text.toUpperCase(Locale.ROOT);
                case "lower" -> text.toLowerCase(Locale.ROOT);
                default -> text;
            };
        }
        throw new SheliakException(
                ErrorCode.TYPE_MISMATCH,
                SourceLocation.UNKNOWN,
                "expected text to count patterns in, found " + KeyForm.NAME.text(value, parameters.zone()));
    }

    private void count(String text, Map<String, Integer> counts) {
        for (String found : pattern.matches(text)) {
            if (!stopwords.test(found)) {
                counts.merge(found, 1, Integer::sum);
            }
        }
    }

    private static List<Map.Entry<String, Integer>> ordered(Map<String, Integer> counts) {
        Comparator<Map.Entry<String, Integer>> indicesFirst = Comparator.comparingLong(
                entry -> PropertyNames.isIndex(entry.getKey()) ? Long.parseLong(entry.getKey()) : Long.MAX_VALUE);
        return counts.entrySet().stream().sorted(indicesFirst).toList();
    }
}
