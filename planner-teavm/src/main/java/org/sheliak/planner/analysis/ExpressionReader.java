package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Finds every expression in a piece of a spec, wherever it stands, and remembers what each refers to.
public final class ExpressionReader {
    /// Keys whose text, or whose list of texts, is an expression somewhere in Vega's schema. That a text elsewhere
    /// under such a key is read as one too does no harm: it can only name more than is used.
    private static final List<String> EXPRESSION_KEYS = List.of(
            "signal", "expr", "test", "update", "init", "filter", "trigger", "insert", "remove", "toggle", "modify");

    private final Map<String, ExpressionReferences> known = new LinkedHashMap<>();

    /// The references of all expressions in a JSON tree.
    public ExpressionReferences in(JsonValue json) {
        Set<String> expressions = new LinkedHashSet<>();
        Set<String> selectors = new LinkedHashSet<>();
        collect(json, expressions, selectors);
        List<ExpressionReferences> found = new ArrayList<>();
        for (String expression : expressions) {
            found.add(of(expression));
        }
        for (String selector : selectors) {
            found.add(ofWords(selector));
        }
        return ExpressionReferences.union(found);
    }

    /// The texts of all expressions in a JSON tree.
    Set<String> texts(JsonValue json) {
        Set<String> expressions = new LinkedHashSet<>();
        collect(json, expressions, new LinkedHashSet<>());
        return expressions;
    }

    /// The references of one expression. What cannot be parsed may refer to any name in it.
    public ExpressionReferences of(String expression) {
        return known.computeIfAbsent(expression, ExpressionReader::read);
    }

    private static ExpressionReferences read(String expression) {
        try {
            return ExpressionReferences.of(ExpressionParser.parse(expression));
        } catch (SheliakException unparseable) {
            return ofWords(expression);
        }
    }

    private static void collect(JsonValue json, Set<String> expressions, Set<String> selectors) {
        if (json instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                collect(element, expressions, selectors);
            }
        } else if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                if (EXPRESSION_KEYS.contains(member.getKey())) {
                    collectTexts(member.getValue(), expressions);
                } else if (member.getKey().equals("events") && member.getValue() instanceof JsonString(String text)) {
                    selectors.add(text);
                }
                collect(member.getValue(), expressions, selectors);
            }
        }
    }

    private static void collectTexts(JsonValue value, Set<String> expressions) {
        if (value instanceof JsonString(String text)) {
            expressions.add(text);
        } else if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (element instanceof JsonString(String text)) {
                    expressions.add(text);
                }
            }
        }
    }

    /// Takes every word of an event selector, or of an expression with an error in it, for a name of a signal.
    private static ExpressionReferences ofWords(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char character = i < text.length() ? text.charAt(i) : ' ';
            if (isWordCharacter(character)) {
                word.append(character);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return ExpressionReferences.ofWords(words);
    }

    private static boolean isWordCharacter(char character) {
        return character == '_'
                || character == '$'
                || (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character > 127;
    }
}
