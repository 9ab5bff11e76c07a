package org.sheliak.runtime.kernel;

/// Sorts rows into slots; several dimensions together into cells.
public sealed interface Dimension permits Binning, CodedRows {

    /// Number of slots.
    int slots();

    /// Number of rows.
    int rows();
}
