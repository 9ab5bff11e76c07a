package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The parameters of one transform, `{"signal": expression}` resolved wherever it stands.
/// What the spec leaves out is absent; Vega's defaults are the transforms' own matter.
///
/// Source: vega-parser/src/parsers/transform.js @ v6.4.0.
public final class Parameters {
    private final JsonObject definition;
    private final String pointer;
    private final EvaluationContext context;
    private final ParameterResolver resolver;
    private final FieldParameters fields;

    /// @param definition the transform as in the spec
    /// @param pointer JSON pointer to it
    public Parameters(JsonObject definition, String pointer, EvaluationContext context) {
        this.definition = definition;
        this.pointer = pointer;
        this.context = context;
        this.resolver = new ParameterResolver(context);
        this.fields = new FieldParameters(resolver);
    }

    /// The parameters in an object-valued parameter, such as `distribution`.
    Parameters nested(String name, JsonObject object) {
        return new Parameters(object, pointer + "/" + name, context);
    }

    public EvaluationContext context() {
        return context;
    }

    /// The zone of dates and their texts.
    public TimeZoneRules zone() {
        return TimeZoneRules.of(context.timezone());
    }

    public BufferAllocator allocator() {
        return context.allocator();
    }

    /// The random numbers of this transform, from the first on.
    RandomNumbers randomNumbers() {
        return new RandomNumbers(context.random());
    }

    /// Whether the spec gives the parameter.
    public boolean has(String name) {
        return definition.get(name) != null;
    }

    /// The parameter as the spec has it, or `null`.
    public @Nullable JsonValue json(String name) {
        return definition.get(name);
    }

    /// The value; undefined when absent.
    public @Nullable Object value(String name) {
        return resolver.resolve(definition.get(name), pointer + "/" + name);
    }

    /// Whether the value is true to JavaScript; false when absent.
    public boolean isTrue(String name) {
        return Coercion.toBoolean(value(name));
    }

    /// Whether the value is anything but `false`: for parameters that are true when absent.
    public boolean isNotFalse(String name) {
        return !Boolean.FALSE.equals(value(name));
    }

    /// A number; the fallback when it is absent or null.
    ///
    /// @throws SheliakException TYPE_MISMATCH when it is nothing that JavaScript makes a number of
    public double number(String name, double fallback) {
        return number(value(name), fallback, pointer + "/" + name);
    }

    /// A number as unary plus makes it of any value; the fallback when it is absent.
    double plus(String name, double fallback) {
        return has(name) ? Coercion.toNumber(value(name)) : fallback;
    }

    /// A number; the fallback when it is absent or falsy, as in `maxbins || 20`.
    public double numberOr(String name, double fallback) {
        double number = number(name, fallback);
        return number == 0 || Double.isNaN(number) ? fallback : number;
    }

    /// A list of numbers, null where an element is null; `null` when it is absent or null.
    public @Nullable List<@Nullable Double> numbers(String name) {
        List<@Nullable Object> values = list(name);
        if (values == null) {
            return null;
        }
        List<@Nullable Double> numbers = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            numbers.add(Coercion.isNullish(value) ? null : number(value, 0, pointer + "/" + name + "/" + i));
        }
        return Collections.unmodifiableList(numbers);
    }

    /// A string; the fallback when it is absent or falsy.
    public String text(String name, String fallback) {
        Object value = value(name);
        if (!Coercion.toBoolean(value)) {
            return fallback;
        }
        if (value instanceof String text) {
            return text;
        }
        throw ParameterErrors.mismatch(pointer + "/" + name, "a string", value);
    }

    /// A string that must be there.
    public String requiredText(String name) {
        require(name);
        return text(name, "");
    }

    /// The name at an index of an `as` parameter; the fallback when there is none.
    public String as(int index, String fallback) {
        List<@Nullable String> names = names("as");
        if (names == null) {
            return fallback;
        }
        String name = index < names.size() ? names.get(index) : "undefined";
        return name == null ? "null" : name;
    }

    /// The names to write fields under: those of `as`, and the fields' own where it has none.
    ///
    /// Source: `fieldNames` of vega-transforms/src/util/util.js @ v6.4.0.
    List<String> outputNames(List<FieldAccess> fields) {
        List<@Nullable String> names = names("as");
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = names == null || i >= names.size() ? null : names.get(i);
            outputs.add(name == null || name.isEmpty() ? fields.get(i).outputName() : name);
        }
        return outputs;
    }

    /// The list of names of a parameter, null where an element is null or undefined; `null` when it is absent or null.
    public @Nullable List<@Nullable String> names(String name) {
        List<@Nullable Object> values = list(name);
        if (values == null) {
            return null;
        }
        List<@Nullable String> names = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            names.add(name(values.get(i), pointer + "/" + name + "/" + i));
        }
        return Collections.unmodifiableList(names);
    }

    private static @Nullable String name(@Nullable Object value, String place) {
        return switch (value) {
            case null -> null;
            case Undefined _ -> null;
            case String text -> text;
            case Double number -> NumberText.toText(number);
            case Boolean bool -> bool.toString();
            default -> throw ParameterErrors.mismatch(place, "a string", value);
        };
    }

    /// The elements of a list; `null` when it is absent or null.
    ///
    /// @throws SheliakException TYPE_MISMATCH when it is no list
    public @Nullable List<@Nullable Object> list(String name) {
        return switch (value(name)) {
            case null -> null;
            case Undefined _ -> null;
            case List<?> list -> Collections.unmodifiableList(list);
            case Object other -> throw ParameterErrors.mismatch(pointer + "/" + name, "a list", other);
        };
    }

    /// A field that must be there.
    ///
    /// @throws SheliakException SPEC_INVALID when it is missing
    public FieldAccess requiredField(String name) {
        FieldAccess field = field(name);
        if (field == null) {
            throw missing(name);
        }
        return field;
    }

    /// A field; `null` when it is absent, null or empty.
    public @Nullable FieldAccess field(String name) {
        return fields.field(definition.get(name), pointer + "/" + name);
    }

    /// A list of fields, null where an element is null; `null` when the parameter is absent.
    ///
    /// @throws SheliakException TYPE_MISMATCH when it is no list
    public @Nullable List<@Nullable FieldAccess> fields(String name) {
        return fields.fields(definition.get(name), pointer + "/" + name);
    }

    /// The fields of a list without nulls; empty when it is absent.
    public List<FieldAccess> presentFields(String name) {
        List<@Nullable FieldAccess> fields = fields(name);
        List<FieldAccess> present = new ArrayList<>();
        for (FieldAccess field : fields == null ? List.<@Nullable FieldAccess>of() : fields) {
            if (field == null) {
                throw ParameterErrors.mismatch(pointer + "/" + name, "a field", null);
            }
            present.add(field);
        }
        return present;
    }

    /// A sort order; `null` when it is absent or names no field.
    public @Nullable SortOrder sort(String name) {
        return definition.get(name) instanceof JsonObject sort ? fields.sort(sort, pointer + "/" + name) : null;
    }

    /// The rows of a data set that the parameter names; borrowed.
    Table data(String name) {
        if (!(definition.get(name) instanceof JsonString(String dataset))) {
            throw invalid("expected the name of a data set in \"" + name + "\"");
        }
        Table table = context.data(dataset);
        if (table == null) {
            throw invalid("there is no data set named \"" + dataset + "\"");
        }
        return table;
    }

    /// An expression of `datum` that must be there.
    public RowExpression requiredExpression(String name) {
        RowExpression expression = expression(name);
        if (expression == null) {
            throw missing(name);
        }
        return expression;
    }

    /// An expression of `datum`; `null` when it is absent.
    public @Nullable RowExpression expression(String name) {
        String place = pointer + "/" + name;
        return switch (definition.get(name)) {
            case null -> null;
            case JsonString(String source) -> RowExpression.of(source, context, place);
            case JsonValue other ->
                throw ParameterErrors.mismatch(place, "an expression", resolver.resolve(other, place));
        };
    }

    /// Fails when the spec lacks the parameter.
    public void require(String name) {
        if (!has(name)) {
            throw missing(name);
        }
    }

    /// An error at this transform.
    public SheliakException invalid(String message) {
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.at(pointer), message);
    }

    private SheliakException missing(String name) {
        return invalid("the parameter \"" + name + "\" is missing");
    }

    private static double number(@Nullable Object value, double fallback, String place) {
        return switch (value) {
            case null -> fallback;
            case Undefined _ -> fallback;
            case Double number -> number;
            case Boolean _, DateValue _ -> Coercion.toNumber(value);
            case String text when !Double.isNaN(Coercion.toNumber(text)) -> Coercion.toNumber(text);
            default -> throw ParameterErrors.mismatch(place, "a number", value);
        };
    }

    /// Does a step whose errors belong to a parameter.
    <T> T located(String name, Supplier<T> step) {
        return ParameterErrors.locatedAt(pointer + "/" + name, step);
    }
}
