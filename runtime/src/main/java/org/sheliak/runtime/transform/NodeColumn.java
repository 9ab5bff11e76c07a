package org.sheliak.runtime.transform;

import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.value.Undefined;

/// A number of each node, as a column of the nodes' rows.
///
/// @param nodes the node of each row, [TreeShape#NONE] for a row that is no node
/// @param numbers the number of each node
@SuppressWarnings("ArrayRecordComponent")
record NodeColumn(int[] nodes, double[] numbers) {

    /// The column; rows that are no nodes keep what they had. Caller closes.
    ///
    /// @param old the column in whose place it comes, or `null`
    Column over(@Nullable Column old, BufferAllocator allocator) {
        double[] byRow = new double[nodes.length];
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] == TreeShape.NONE) {
                return mixed(old, allocator);
            }
            byRow[row] = numbers[nodes[row]];
        }
        return Columns.numbers(byRow, byRow.length, new BitSet(), allocator);
    }

    private Column mixed(@Nullable Column old, BufferAllocator allocator) {
        ColumnBuilder builder = new ColumnBuilder(nodes.length);
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] != TreeShape.NONE) {
                builder.appendNumber(numbers[nodes[row]]);
            } else {
                builder.append(old == null ? Undefined.UNDEFINED : old.value(row));
            }
        }
        return builder.build(allocator);
    }
}
