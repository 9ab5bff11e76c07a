package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.ExpressionPrinter;
import org.sheliak.planner.expression.Expressions;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.planner.expression.LiteralValue.NumberValue;

/// What the golden files cannot say about expressions: messages, offsets, the printed form.
final class ExpressionCases {
    private ExpressionCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        errors(cases);
        printed(cases);
        offsets(cases);
        replaced(cases);
        depths(cases);
        fieldPaths(cases);
        cases.add(new Case("expression: walks over what is evaluated", () -> {
            List<String> names = new ArrayList<>();
            Expressions.walk(ExpressionParser.parse("f(a.b[c], {d: e}) ? [-g] : h && i < j"), node -> {
                if (node instanceof Identifier(String name, int start)) {
                    names.add(name);
                }
            });
            Expect.equal(names, List.of("a", "c", "e", "g", "h", "i", "j"));
        }));
        return cases;
    }

    private static void errors(List<Case> cases) {
        rejected(cases, "", 0, "the expression ends, expected a value");
        rejected(cases, "a +", 3, "the expression ends, expected a value");
        rejected(cases, "a b", 2, "found 'b', expected an operator or the end of the expression");
        rejected(cases, "a, b", 1, "found ',', expected an operator or the end of the expression");
        rejected(cases, "a = 1", 2, "found '=', which is not part of the expression language");
        rejected(cases, "a++", 1, "found '++', which is not part of the expression language");
        rejected(cases, "new Date()", 0, "found the reserved word 'new', which is not part of the expression language");
        rejected(cases, "a ? b", 5, "the expression ends, expected ':' and the value for the case that the test fails");
        rejected(cases, "(a", 2, "the expression ends, expected ')'");
        rejected(cases, "f(a,)", 4, "found ')', expected a value");
        rejected(cases, "f(a b)", 4, "found 'b', expected ',' or ')'");
        rejected(cases, "a.b(c)", 3, "only functions can be called, by their names");
        rejected(cases, "a.1", 1, "found the number .1, expected an operator or the end of the expression");
        rejected(cases, "a. 1", 3, "found the number 1, expected a property's name after '.'");
        rejected(cases, "a['b'", 5, "the expression ends, expected ']'");
        rejected(cases, "[1 2]", 3, "found the number 2, expected ',' or ']'");
        rejected(cases, "[1,,2]", 3, "found ',', expected a value");
        rejected(cases, "{a}", 2, "found '}', expected ':' and the property's value");
        rejected(cases, "{a: 1, 'a': 2}", 7, "the object has two properties \"a\"");
        rejected(cases, "{:1}", 1, "found ':', expected a property's name");
        rejected(cases, "{a: 1 b: 2}", 6, "found 'b', expected ',' or '}'");
        rejected(cases, "a 'b'", 2, "found the string \"b\", expected an operator or the end of the expression");
        rejected(cases, "'abc", 0, "the string has no closing quote");
        rejected(cases, "'a\nb'", 2, "a string cannot go over a line break; write it as \\n");
        rejected(cases, "'\\u12'", 3, "the escape needs 4 hexadecimal digits");
        rejected(cases, "'\\u{}'", 4, "the escape needs a hexadecimal digit");
        rejected(cases, "'\\u{110000}'", 4, "the escape names no character: the last one is \\u{10ffff}");
        rejected(cases, "'a\\12'", 2, "octal escapes are not part of the expression language");
        rejected(cases, "012", 0, "a number cannot begin with 0 and another digit");
        rejected(cases, "1e", 0, "the number's exponent has no digits");
        rejected(cases, "0x", 0, "the number has no digits after '0x'");
        rejected(cases, "12px", 2, "found 'p' directly after a number");
        rejected(cases, "a // b", 2, "comments are not part of the expression language");
        rejected(cases, "a # b", 2, "the character '#' is not part of the expression language");
        rejected(cases, "\\a", 0, "a '\\' in a name must begin an escape such as \\u00e9");
        rejected(cases, "\\u0020", 0, "an escape that stands for no letter or digit cannot be part of a name");
        rejected(cases, "a + /b", 4, "the regular expression has no closing '/'");
        rejected(cases, "/b/x", 3, "unknown flag 'x' of a regular expression");
        rejected(cases, "/b/gg", 4, "flag 'g' of the regular expression stands twice");
    }

    private static void printed(List<Case> cases) {
        printed(cases, "a+b*c", "a + b * c");
        printed(cases, "(a+b)*c", "(a + b) * c");
        printed(cases, "a-(b-c)-d", "a - (b - c) - d");
        printed(cases, "-(-a)", "- -a");
        printed(cases, "a- -1", "a - -1");
        printed(cases, "!(a&&b)||c", "!(a && b) || c");
        printed(cases, "(a?b:c)?d:e?f:g", "(a ? b : c) ? d : e ? f : g");
        printed(cases, "(1).a", "(1).a");
        printed(cases, "'a'[\"b\"].c", "\"a\"[\"b\"].c");
        printed(cases, "(-a).b", "(-a).b");
        printed(cases, "(a + b)[c ? d : e]", "(a + b)[c ? d : e]");
        printed(cases, "{'a b':1,a:[ ],1:{}}", "{\"a b\": 1, a: [], \"1\": {}}");
        printed(cases, "f(a,/b\\/c/g)", "f(a, /b\\/c/g)");
        printed(cases, "'a\\u2028\\'\"'", "\"a\\u2028'\\\"\"");
        printed(cases, "1e999", "1e999");
        printed(cases, "0xff", "255");
        printed(cases, "'constructor'", "constructor");
        cases.add(new Case("expression: prints a negative literal where it binds as one", () -> {
            Literal negative = new Literal(new NumberValue(-1), 0);
            Expression member = new MemberExpression(negative, new Identifier("a", 0), false, 0);
            Expect.equal(ExpressionPrinter.print(member), "(-1).a");
            Expect.equal(ExpressionPrinter.print(new Expression.UnaryExpression("-", negative, 0)), "- -1");
        }));
    }

    private static void offsets(List<Case> cases) {
        cases.add(new Case("expression: nodes know where they begin", () -> {
            List<String> starts = new ArrayList<>();
            Expressions.walk(
                    ExpressionParser.parse(" a.b + f(1, [c]) ? -d : {e: 2}"),
                    node -> starts.add(ExpressionPrinter.print(node) + " @" + node.start()));
            Expect.equal(
                    starts,
                    List.of(
                            "a.b + f(1, [c]) ? -d : {e: 2} @1",
                            "a.b + f(1, [c]) @1",
                            "a.b @1",
                            "a @1",
                            "f(1, [c]) @7",
                            "1 @9",
                            "[c] @12",
                            "c @13",
                            "-d @19",
                            "d @20",
                            "{e: 2} @24",
                            "2 @28"));
        }));
    }

    private static void replaced(List<Case> cases) {
        cases.add(new Case("expression: takes other nodes in the place of some", () -> {
            Expression before = ExpressionParser.parse("a.a + a[a] * f(a, [a]) ? -a && 1 : {a: a}");
            Expression other = ExpressionParser.parse("b + a");
            Expression after = Expressions.replace(
                    before,
                    node -> node instanceof Identifier(String name, int start) && name.equals("a") ? other : null);
            Expect.equal(
                    ExpressionPrinter.print(after),
                    "(b + a).a + (b + a)[b + a] * f(b + a, [b + a]) ? -(b + a) && 1 : {a: b + a}");
            Expect.equal(Expressions.replace(before, node -> null), before);
        }));
    }

    private static void depths(List<Case> cases) {
        int limit = ExpressionParser.MAXIMUM_DEPTH;
        String tooDeep = "the expression is nested more than " + limit + " deep";
        cases.add(new Case("expression: parentheses may nest as deep as the limit", () -> {
            String source = "(".repeat(limit) + "a" + ")".repeat(limit);
            Expect.equal(ExpressionPrinter.print(ExpressionParser.parse(source)), "a");
        }));
        rejected(cases, "(".repeat(limit + 1) + "a", limit + 1, tooDeep);
        rejected(cases, "!".repeat(limit + 1) + "a", limit + 1, tooDeep);
        rejected(cases, "[".repeat(limit + 1) + "a", limit + 1, tooDeep);
        cases.add(new Case("expression: chains of operators and of conditions may be longer than the limit", () -> {
            String sum = "a" + " + a".repeat(2 * limit);
            Expect.equal(ExpressionPrinter.print(ExpressionParser.parse(sum)), sum);
            String choice = "a ? b : ".repeat(2 * limit) + "c";
            Expect.equal(ExpressionPrinter.print(ExpressionParser.parse(choice)), choice);
        }));
    }

    private static void fieldPaths(List<Case> cases) {
        cases.add(new Case("field path: writes what it reads", () -> {
            Expect.equal(new FieldPath(List.of("a", "b", "0")).text(), "a.b[0]");
            Expect.equal(new FieldPath(List.of("a.b", "c d")).text(), "a\\.b.c d");
            Expect.equal(new FieldPath(List.of("", "it's", "[x]")).text(), "[''].it\\'s.\\[x\\]");
            Expect.equal(FieldPath.parse("[''].it\\'s.\\[x\\]").segments(), List.of("", "it's", "[x]"));
        }));
        cases.add(new Case(
                "field path: rejects an open bracket",
                () -> Expect.error(
                        () -> FieldPath.parse("a[0"),
                        ErrorCode.SPEC_INVALID,
                        SourceLocation.UNKNOWN,
                        "the field \"a[0\" has a '[' without its ']'")));
    }

    private static void printed(List<Case> cases, String source, String expected) {
        cases.add(new Case(
                "expression: prints " + source,
                () -> Expect.equal(ExpressionPrinter.print(ExpressionParser.parse(source)), expected)));
    }

    private static void rejected(List<Case> cases, String source, int offset, String message) {
        String name = source.length() > 40 ? source.substring(0, 40) : source;
        cases.add(new Case(
                "expression: rejects " + name,
                () -> Expect.error(
                        () -> ExpressionParser.parse(source),
                        ErrorCode.EXPRESSION_SYNTAX,
                        new SourceLocation("", offset),
                        message)));
    }
}
