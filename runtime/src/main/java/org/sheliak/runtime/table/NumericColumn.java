package org.sheliak.runtime.table;

/// A column that arithmetic and comparisons see as float64 numbers: numbers themselves, and dates as epoch millis.
public sealed interface NumericColumn extends Column permits NumberColumn, DateColumn {

    /// Reads the numbers of the rows `from` to `from + count` into `target`, from its start.
    /// What is written for a null is undefined.
    void load(int from, int count, double[] target);

    /// Reads the numbers of the first `count` of some rows into `target`, from its start.
    /// What is written for a null is undefined.
    void load(int[] rows, int count, double[] target);

    /// Widens a range to hold the numbers of the rows `from` to `from + count`, none of which is null.
    ///
    /// @param range the least and the greatest number so far, of the zeros 0; infinity and its negative for none
    /// @return whether one of them is NaN
    boolean widen(int from, int count, double[] range);

    /// The least and the greatest number of each zone of rows: all zones are read when this is first asked for.
    default ZoneMap zones() {
        return identity().whole(this);
    }

    /// As [#zones], unless it is not known yet: then only some of the zones are read, evenly spread.
    default ZoneMap sampledZones() {
        return identity().sample(this);
    }

    /// What stands for the values also knows their zones.
    @Override
    ColumnZones identity();

    /// Which values are not null.
    Validity validity();

    @Override
    NumericColumn share();
}
