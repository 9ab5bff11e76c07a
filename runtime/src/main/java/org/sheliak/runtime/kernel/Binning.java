package org.sheliak.runtime.kernel;

import org.sheliak.runtime.table.NumericColumn;

/// Sorts the rows into the slots of a grid by their value in a column.
///
/// @param column borrowed; open while the query runs
public record Binning(NumericColumn column, BinGrid grid) implements Dimension {

    @Override
    public int slots() {
        return grid.slots();
    }

    @Override
    public int rows() {
        return column.length();
    }
}
