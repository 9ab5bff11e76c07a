package org.sheliak.runtime.transform;

import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Adds rows with the numbers `start`, `start + step`, ... below `stop` to the rows that are there, usually none.
///
/// Source: vega-transforms/src/Sequence.js @ v6.4.0, `range` of d3-array @ v3.2.
final class SequenceTransform implements Transform {
    private static final double MAX_LENGTH = Integer.MAX_VALUE;

    private final Parameters parameters;
    private final double start;
    private final double step;
    private final int length;
    private final String as;

    SequenceTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("start");
        parameters.require("stop");
        this.start = parameters.number("start", 0);
        this.step = parameters.numberOr("step", 1);
        this.length = length(Math.ceil((parameters.number("stop", 0) - start) / step));
        this.as = parameters.text("as", "data");
    }

    /// An infinite length is none, as in d3.
    private static int length(double length) {
        return length > 0 && length <= MAX_LENGTH ? (int) length : 0;
    }

    @Override
    public TransformResult apply(Table input) {
        try (OutputColumns output = new OutputColumns()) {
            input.columns().forEach((name, column) -> output.put(name, extended(column)));
            output.put(as, numbers(input));
            return TransformResult.of(output.build(input.rowCount() + length));
        }
    }

    private Column extended(Column column) {
        ColumnBuilder builder = new ColumnBuilder(column.length() + length);
        for (int row = 0; row < column.length(); row++) {
            builder.append(column.value(row));
        }
        for (int i = 0; i < length; i++) {
            builder.append(Undefined.UNDEFINED);
        }
        return builder.build(parameters.allocator());
    }

    private Column numbers(Table input) {
        Column existing = input.column(as);
        ColumnBuilder builder = new ColumnBuilder(input.rowCount() + length);
        for (int row = 0; row < input.rowCount(); row++) {
            builder.append(existing == null ? Undefined.UNDEFINED : existing.value(row));
        }
        for (int i = 0; i < length; i++) {
            builder.appendNumber(start + i * step);
        }
        return builder.build(parameters.allocator());
    }
}
