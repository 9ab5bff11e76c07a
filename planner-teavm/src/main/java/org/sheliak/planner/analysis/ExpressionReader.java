package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> EXPRESSION_KEYS = new LinkedHashSet<>(List.of(
            "signal", "expr", "test", "update", "init", "filter", "trigger", "insert", "remove", "toggle", "modify"));

    private final Map<String, ExpressionReferences> known = new LinkedHashMap<>();
    /// By the very object, since each pass leaves most of a spec as it was.
    private final Map<Identity, Texts> texts = new LinkedHashMap<>();

    private final Map<Identity, ExpressionReferences> references = new LinkedHashMap<>();

    /// An object as a key that equals no other object, however much they are alike.
    private record Identity(Object object) {
        @Override
        @SuppressWarnings("ReferenceEquality") // which is what it is for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity(Object it) && it == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /// The expressions and event selectors of a JSON tree, each of them once.
    private record Texts(Set<String> expressions, Set<String> selectors) {
        static final Texts NONE = new Texts(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /// The references of all expressions in a JSON tree.
    public ExpressionReferences in(JsonValue json) {
        Texts found = find(json);
        Identity key = new Identity(found);
        ExpressionReferences all = references.get(key);
        if (all == null) {
            List<ExpressionReferences> parts = new ArrayList<>();
            found.expressions().forEach(expression -> parts.add(of(expression)));
            found.selectors().forEach(selector -> parts.add(ofWords(selector)));
            all = ExpressionReferences.union(parts);
            references.put(key, all);
        }
        return all;
    }

    /// The texts of all expressions in a JSON tree.
    Set<String> texts(JsonValue json) {
        return find(json).expressions();
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

    private Texts find(JsonValue json) {
        return switch (json) {
            case JsonArray(List<JsonValue> elements) when !elements.isEmpty() -> remembered(json);
            case JsonObject object when !object.members().isEmpty() -> remembered(json);
            default -> Texts.NONE;
        };
    }

    private Texts remembered(JsonValue json) {
        Identity key = new Identity(json);
        Texts found = texts.get(key);
        if (found == null) {
            Texts all = new Texts(new LinkedHashSet<>(), new LinkedHashSet<>());
            collect(json, all);
            found = all.expressions().isEmpty() && all.selectors().isEmpty() ? Texts.NONE : all;
            texts.put(key, found);
        }
        return found;
    }

    private void collect(JsonValue json, Texts all) {
        if (json instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                addAll(element, all);
            }
        } else if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                if (EXPRESSION_KEYS.contains(member.getKey())) {
                    collectTexts(member.getValue(), all.expressions());
                } else if (member.getKey().equals("events") && member.getValue() instanceof JsonString(String text)) {
                    all.selectors().add(text);
                }
                addAll(member.getValue(), all);
            }
        }
    }

    private void addAll(JsonValue part, Texts all) {
        Texts found = find(part);
        all.expressions().addAll(found.expressions());
        all.selectors().addAll(found.selectors());
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
