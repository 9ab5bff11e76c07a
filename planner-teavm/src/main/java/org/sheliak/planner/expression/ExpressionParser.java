package org.sheliak.planner.expression;

import static org.sheliak.planner.expression.ExpressionLexer.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression.ArrayExpression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.Expression.ConditionalExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.Expression.ObjectExpression;
import org.sheliak.planner.expression.Expression.Property;
import org.sheliak.planner.expression.Expression.UnaryExpression;
import org.sheliak.planner.expression.LiteralValue.BooleanValue;
import org.sheliak.planner.expression.LiteralValue.NullValue;
import org.sheliak.planner.expression.LiteralValue.NumberValue;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.planner.expression.Token.Kind;
import org.sheliak.planner.json.Numbers;

/// Parses the Vega expression language: JavaScript's expressions without assignment, functions, `new` and sequences.
///
/// What Vega's parser lets pass and the code made from it rejects is rejected here: left-out elements of arrays, calls
/// of anything but a name, flags of regular expressions that stand twice.
///
/// Source: vega-expression/src/parser.js @ v6.4.0.
public final class ExpressionParser {
    /// How deep brackets, braces, parentheses and prefix operators may nest; the parser's stack is the limit.
    public static final int MAXIMUM_DEPTH = 500;

    /// How deep the tree of an expression may be, which chains of operators make deep without nesting: the stack of
    /// those who walk it is the limit.
    public static final int MAXIMUM_CHAIN = 1500;

    private final ExpressionLexer lexer;
    private Token lookahead;
    private int depth;

    private ExpressionParser(String source) {
        lexer = new ExpressionLexer(source);
        lookahead = lexer.next();
    }

    /// The syntax tree of an expression.
    ///
    /// @throws SheliakException EXPRESSION_SYNTAX at the offset of the first character that does not fit
    public static Expression parse(String source) {
        ExpressionParser parser = new ExpressionParser(source);
        Expression expression = parser.parseExpression();
        if (parser.lookahead.kind() != Kind.END) {
            throw parser.unexpected("an operator or the end of the expression");
        }
        if (ExpressionDepth.isMoreThan(MAXIMUM_CHAIN, expression)) {
            throw error(0, "the expression is a chain of more than " + MAXIMUM_CHAIN + " operations");
        }
        return expression;
    }

    /// Iterates over chains of `:`-branches, which generated expressions nest hundreds deep.
    private Expression parseExpression() {
        List<Expression> tests = new ArrayList<>();
        List<Expression> consequents = new ArrayList<>();
        Expression expression = parseBinary(Operators.LEAST_BINARY);
        while (skip("?")) {
            tests.add(expression);
            consequents.add(parseNested(this::parseExpression));
            expect(":", "':' and the value for the case that the test fails");
            expression = parseBinary(Operators.LEAST_BINARY);
        }
        for (int i = tests.size() - 1; i >= 0; i--) {
            Expression test = tests.get(i);
            expression = new ConditionalExpression(test, consequents.get(i), expression, test.start());
        }
        return expression;
    }

    private Expression parseBinary(int leastPrecedence) {
        Expression left = parseUnary();
        int precedence = Operators.precedence(lookahead);
        while (precedence >= leastPrecedence) {
            String operator = take().text();
            Expression right = parseBinary(precedence + 1);
            left = Operators.isLogical(operator)
                    ? new LogicalExpression(operator, left, right, left.start())
                    : new BinaryExpression(operator, left, right, left.start());
            precedence = Operators.precedence(lookahead);
        }
        return left;
    }

    private Expression parseUnary() {
        if (lookahead.is("+") || lookahead.is("-") || lookahead.is("~") || lookahead.is("!")) {
            Token operator = take();
            return new UnaryExpression(operator.text(), parseNested(this::parseUnary), operator.start());
        }
        return parseMembersAndCalls();
    }

    private Expression parseMembersAndCalls() {
        Expression expression = parsePrimary();
        while (true) {
            if (lookahead.is("(")) {
                expression = parseCall(expression);
            } else if (skip(".")) {
                if (!lookahead.isName()) {
                    throw unexpected("a property's name after '.'");
                }
                Token name = take();
                Identifier property = new Identifier(name.text(), name.start());
                expression = new MemberExpression(expression, property, false, expression.start());
            } else if (skip("[")) {
                Expression property = parseNested(this::parseExpression);
                expect("]", "']'");
                expression = new MemberExpression(expression, property, true, expression.start());
            } else {
                return expression;
            }
        }
    }

    private Expression parseCall(Expression callee) {
        if (!(callee instanceof Identifier(String name, int start))) {
            throw error(lookahead.start(), "only functions can be called, by their names");
        }
        take();
        List<Expression> arguments = new ArrayList<>();
        if (!lookahead.is(")")) {
            do {
                arguments.add(parseNested(this::parseExpression));
            } while (skip(","));
        }
        expect(")", "',' or ')'");
        return new CallExpression(name, arguments, start);
    }

    private Expression parsePrimary() {
        if (lookahead.is("/") || lookahead.is("/=")) {
            int start = lookahead.start();
            Literal literal = new Literal(lexer.nextRegExp(start), start);
            lookahead = lexer.next();
            return literal;
        }
        if (lookahead.readsAsName()) {
            Token name = take();
            return new Identifier(name.text(), name.start());
        }
        return switch (lookahead.kind()) {
            case STRING -> literal(new StringValue(lookahead.text()));
            case NUMBER -> literal(new NumberValue(lookahead.number()));
            case BOOLEAN -> literal(new BooleanValue(lookahead.text().equals("true")));
            case NULL -> literal(new NullValue());
            case PUNCTUATOR -> parseBracketed();
            case IDENTIFIER, KEYWORD, END -> throw unexpected("a value");
        };
    }

    private Literal literal(LiteralValue value) {
        return new Literal(value, take().start());
    }

    private Expression parseBracketed() {
        return switch (lookahead.text()) {
            case "(" -> {
                take();
                Expression expression = parseNested(this::parseExpression);
                expect(")", "')'");
                yield expression;
            }
            case "[" -> parseArray();
            case "{" -> parseObject();
            default -> throw unexpected("a value");
        };
    }

    private Expression parseArray() {
        int start = take().start();
        List<Expression> elements = new ArrayList<>();
        while (!skip("]")) {
            elements.add(parseNested(this::parseExpression));
            if (!lookahead.is("]")) {
                expect(",", "',' or ']'");
            }
        }
        return new ArrayExpression(elements, start);
    }

    private Expression parseObject() {
        int start = take().start();
        List<Property> properties = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        while (!skip("}")) {
            Property property = parseProperty();
            if (!keys.add(property.key())) {
                throw error(property.start(), "the object has two properties \"" + property.key() + "\"");
            }
            properties.add(property);
            if (!lookahead.is("}")) {
                expect(",", "',' or '}'");
            }
        }
        return new ObjectExpression(properties, start);
    }

    private Property parseProperty() {
        if (lookahead.kind() == Kind.END || lookahead.kind() == Kind.PUNCTUATOR) {
            throw unexpected("a property's name");
        }
        Token key = take();
        String name = key.kind() == Kind.NUMBER ? Numbers.text(key.number()) : key.text();
        expect(":", "':' and the property's value");
        return new Property(name, parseNested(this::parseExpression), key.start());
    }

    private Expression parseNested(Production production) {
        if (++depth > MAXIMUM_DEPTH) {
            throw error(lookahead.start(), "the expression is nested more than " + MAXIMUM_DEPTH + " deep");
        }
        Expression expression = production.parse();
        depth--;
        return expression;
    }

    private Token take() {
        Token token = lookahead;
        lookahead = lexer.next();
        return token;
    }

    private boolean skip(String punctuator) {
        if (!lookahead.is(punctuator)) {
            return false;
        }
        take();
        return true;
    }

    private void expect(String punctuator, String expected) {
        if (!skip(punctuator)) {
            throw unexpected(expected);
        }
    }

    private SheliakException unexpected(String expected) {
        String rest =
                lookahead.isForbidden() ? ", which is not part of the expression language" : ", expected " + expected;
        return error(lookahead.start(), lookahead.described() + rest);
    }

    private interface Production {
        Expression parse();
    }
}
