package org.sheliak.runtime.expression.function;

import java.util.List;
import org.sheliak.runtime.value.RegExpValue;

/// Functions of regular expressions.
///
/// Source: vega-expression/src/functions.js, vega-functions/src/functions/sequence.js (`replace`) @ v6.4.0.
final class RegExpFunctions {
    private RegExpFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("regexp", RegExpFunctions::regexp),
                FunctionDefinition.of("test", RegExpFunctions::test).atLeast(1),
                FunctionDefinition.of("replace", RegExpFunctions::replace));
    }

    private static RegExpValue regexp(Arguments arguments, EvaluationScope scope) {
        String flags = arguments.isUndefined(1) ? "" : scope.text(arguments.get(1));
        RegExpValue value;
        if (arguments.get(0) instanceof RegExpValue pattern) {
            value = arguments.isUndefined(1) ? pattern : new RegExpValue(pattern.source(), flags);
        } else {
            value = new RegExpValue(arguments.isUndefined(0) ? "" : scope.text(arguments.get(0)), flags);
        }
        RegExpPattern.compile(value);
        return value;
    }

    private static Boolean test(Arguments arguments, EvaluationScope scope) {
        Arguments pattern = new Arguments(arguments.get(0));
        return RegExpPattern.compile(regexp(pattern, scope)).test(scope.text(arguments.get(1)));
    }

    private static String replace(Arguments arguments, EvaluationScope scope) {
        String text = scope.text(arguments.get(0));
        String replacement = scope.text(arguments.get(2));
        if (arguments.get(1) instanceof RegExpValue pattern) {
            return RegExpPattern.compile(pattern).replace(text, replacement);
        }
        if (arguments.get(1) instanceof String search) {
            return RegExpPattern.replaceText(text, search, replacement);
        }
        throw Errors.unusable("replace", "a string or a regular expression to look for", arguments.get(1));
    }
}
