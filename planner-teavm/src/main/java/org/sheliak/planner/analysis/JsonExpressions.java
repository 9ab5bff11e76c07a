package org.sheliak.planner.analysis;

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

/// Finds every expression in a piece of a spec, wherever it stands.
public final class JsonExpressions {
    /// Keys whose text, or whose list of texts, is an expression somewhere in Vega's schema. That a text elsewhere
    /// under such a key is read as one too does no harm: it can only name more than is used.
    private static final List<String> EXPRESSION_KEYS = List.of(
            "signal", "expr", "test", "update", "init", "filter", "trigger", "insert", "remove", "toggle", "modify");

    private JsonExpressions() {}

    /// The references of all expressions in a JSON tree.
    public static ExpressionReferences in(JsonValue json) {
        return switch (json) {
            case JsonArray array -> {
                ExpressionReferences references = ExpressionReferences.NONE;
                for (JsonValue element : array.elements()) {
                    references = references.plus(in(element));
                }
                yield references;
            }
            case JsonObject object -> inObject(object);
            default -> ExpressionReferences.NONE;
        };
    }

    /// The references of one expression. What cannot be parsed may refer to any name in it.
    public static ExpressionReferences of(String expression) {
        try {
            return ExpressionReferences.of(ExpressionParser.parse(expression));
        } catch (SheliakException unparseable) {
            return ofWords(expression);
        }
    }

    private static ExpressionReferences inObject(JsonObject object) {
        ExpressionReferences references = ExpressionReferences.NONE;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            JsonValue value = member.getValue();
            if (EXPRESSION_KEYS.contains(member.getKey())) {
                references = references.plus(inTexts(value));
            } else if (member.getKey().equals("events") && value instanceof JsonString selector) {
                references = references.plus(ofWords(selector.value()));
            }
            references = references.plus(in(value));
        }
        return references;
    }

    private static ExpressionReferences inTexts(JsonValue value) {
        ExpressionReferences references = ExpressionReferences.NONE;
        if (value instanceof JsonString text) {
            return of(text.value());
        }
        if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (element instanceof JsonString text) {
                    references = references.plus(of(text.value()));
                }
            }
        }
        return references;
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
