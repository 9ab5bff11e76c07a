package org.sheliak.runtime.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.Task.DataSource;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.MergedSource;
import org.sheliak.planner.taskgraph.Task.TableSource;
import org.sheliak.planner.taskgraph.Task.UrlSource;
import org.sheliak.planner.taskgraph.Task.ValuesSource;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.source.DataFile;
import org.sheliak.runtime.source.DataFormat;
import org.sheliak.runtime.source.LocatedFile;
import org.sheliak.runtime.source.SourceTable;
import org.sheliak.runtime.table.Concatenation;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Transforms;

/// Gives the rows of a data set's source.
record SourceEvaluation(TaskGraphRun run, int task, DataTask definition) {

    Fingerprint state() {
        return switch (definition.source()) {
            case null -> new StateHash("no source").build();
            // Not the parent's own state: that stands for the signals that its transforms set, too.
            case DataSource(int parent) ->
                new StateHash(copiesRows() ? "copy" : "rows")
                        .state(run.state(parent))
                        .build();
            case MergedSource(List<Integer> parents) -> {
                StateHash hash = new StateHash(copiesRows() ? "merged copies" : "merged rows");
                parents.forEach(parent -> hash.state(run.state(parent)));
                yield hash.build();
            }
            case TableSource(String name) ->
                hash("table").state(run.executor().tables().get(name).state()).build();
            case UrlSource(JsonValue url) ->
                hash("file").state(file(url).state()).text(address(url)).build();
            case ValuesSource(TaskValue values) -> hash("values").value(values).build();
        };
    }

    private StateHash hash(String subject) {
        return new StateHash(subject)
                .json(format())
                .names(definition.columns())
                .text(run.graph().place());
    }

    /// Whether the rows depend on a root that may change.
    boolean isVolatile() {
        return switch (definition.source()) {
            case DataSource(int parent) -> run.isVolatile(parent);
            case MergedSource(List<Integer> parents) -> parents.stream().anyMatch(run::isVolatile);
            case UrlSource(JsonObject url) -> readsVolatile(url) || readsVolatile(definition.format());
            case UrlSource _, ValuesSource _, TableSource _ -> readsVolatile(definition.format());
            case null -> false;
        };
    }

    /// The rows. Caller closes.
    DataResult result() {
        return switch (definition.source()) {
            case null -> new DataResult(new Table(new LinkedHashMap<>(), 0), Map.of());
            case DataSource(int parent) -> {
                Table rows = run.table(parent);
                yield new DataResult(copiesRows() ? rows.renewed() : rows.share(), Map.of());
            }
            case MergedSource(List<Integer> parents) -> new DataResult(merged(parents), Map.of());
            case TableSource(String name) ->
                kept(() -> rows(name, run.executor().tables().get(name)));
            case UrlSource(JsonValue url) -> kept(() -> rows(url));
            case ValuesSource(TaskValue values) -> kept(() -> rows(values));
        };
    }

    /// The rows of several data sets. What of two of them came to be first is told by their order in the graph.
    ///
    /// Source: `MultiPulse` of vega-dataflow/src/MultiPulse.js, Relay.js of vega-transforms @ v6.4.0.
    private Table merged(List<Integer> parents) {
        List<Table> tables = parents.stream().map(run::table).toList();
        int[] ids = new int[tables.stream().mapToInt(Table::rowCount).sum()];
        int at = 0;
        for (int i = 0; i < tables.size(); i++) {
            int firstId = firstId(parents.get(i), parents);
            for (int row = 0; row < tables.get(i).rowCount(); row++) {
                ids[at++] = firstId + tables.get(i).tupleId(row);
            }
        }
        try (Table merged = Concatenation.of(tables, ids, run.executor().allocator())) {
            return copiesRows() ? merged.renewed() : merged.share();
        }
    }

    private int firstId(int parent, List<Integer> parents) {
        return parents.stream()
                .distinct()
                .filter(other -> other < parent)
                .mapToInt(other -> run.table(other).tupleIdBound())
                .sum();
    }

    /// Whether the rows of another data set count as new here.
    private boolean copiesRows() {
        return Transforms.copiesSource(definition.transforms());
    }

    /// The rows from the cache. Reading is not cancelled: the next request needs the same rows.
    private DataResult kept(RowSource rows) {
        return run.executor().cache().get(state(), () -> new DataResult(rows.read(), Map.of()), new Cancellation());
    }

    private Table rows(String name, SourceTable table) {
        Table rows = table.read(definition.columns(), run.executor().allocator());
        for (String column : definition.columns() == null ? List.<String>of() : definition.columns()) {
            if (rows.column(column) == null) {
                rows.close();
                throw unknownField(name, table, column);
            }
        }
        return reading("").parsed(rows);
    }

    /// In a file, Vega takes a field that no row has for `undefined`; the columns of a table are known, and a name that
    /// is not among them is a slip.
    private SheliakException unknownField(String name, SourceTable table, String field) {
        try (Table all = table.read(null, run.executor().allocator())) {
            return new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "the table \"" + name + "\" has no field \"" + field + "\", it has "
                            + String.join(", ", all.columns().keySet()));
        }
    }

    private Table rows(JsonValue url) {
        LocatedFile file = file(url);
        return reading(address(url)).read(file.path(), file.name());
    }

    private Table rows(TaskValue values) {
        if (values instanceof TaskValue.TableValue) {
            return reading("")
                    .parsed(TaskValueConverter.toTable(values, run.executor().allocator()));
        }
        return values instanceof TaskValue.TextValue(String text)
                ? reading("").read(text)
                : reading("").rows(TaskValueConverter.toValue(values));
    }

    private DataFile reading(String fileName) {
        return new DataFile(
                DataFormat.of(format(), fileName),
                definition.columns(),
                run.graph().timezone(),
                run.graph().locale(),
                run.executor().allocator());
    }

    private boolean readsVolatile(@Nullable JsonObject part) {
        return part != null && TaskInputs.of(run, task).namedIn(part).areVolatile();
    }

    /// The format with the values of its signals.
    private @Nullable JsonObject format() {
        return definition.format() == null ? null : new FormatSignals(run, task).valueOf(definition.format());
    }

    private LocatedFile file(JsonValue url) {
        return run.executor().locations().find(address(url));
    }

    /// The address of the file: a string, or the value of an expression.
    private String address(JsonValue url) {
        Object address = url instanceof JsonObject object && object.get("signal") instanceof JsonString(String source)
                ? evaluated(source, object)
                : url instanceof JsonString(String text) ? text : null;
        if (address instanceof String text) {
            return text;
        }
        throw new SheliakException(
                ErrorCode.DATA_SOURCE,
                SourceLocation.UNKNOWN,
                "expected the address of data as a string but found " + (address == null ? url : address));
    }

    private @Nullable Object evaluated(String expression, JsonObject url) {
        return ExpressionCompiler.compile(expression)
                .evaluate(TaskInputs.of(run, task).namedIn(url).context());
    }

    private interface RowSource {
        /// The rows. Caller closes.
        Table read();
    }
}
