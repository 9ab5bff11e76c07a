package org.sheliak.runtime.kernel;

import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.ZoneMap;

/// What is known of all values of a column that are put into bins: what cannot occur need not be looked for.
enum BinnedValues {
    /// Nothing.
    ANY,

    /// They are numbers, none of them below the first bin.
    FROM_START,

    /// They are numbers, and each has the bin that its quotient tells.
    WITHIN;

    /// What the zones of a column tell, as far as they are known.
    static BinnedValues of(Binning binning) {
        if (!(binning.column() instanceof NumberColumn column) || !column.isKnownToBeNumbers()) {
            return ANY;
        }
        return of(binning.grid(), column.zones());
    }

    static BinnedValues of(BinGrid grid, ZoneMap numbers) {
        if (numbers.minimum() < grid.start()) {
            return ANY;
        }
        return grid.isToldByQuotient(numbers.maximum()) ? WITHIN : FROM_START;
    }
}
