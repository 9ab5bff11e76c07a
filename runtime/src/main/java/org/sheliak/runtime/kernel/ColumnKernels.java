package org.sheliak.runtime.kernel;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.sheliak.runtime.table.NumberColumn;

/// Answers queries over whole columns: by an accelerator where one takes the query, by the CPU otherwise.
public final class ColumnKernels implements AutoCloseable {
    private final List<Accelerator> accelerators;
    private final CpuKernels cpu;

    /// Takes ownership of the accelerators, which are asked in this order.
    public ColumnKernels(List<Accelerator> accelerators, CpuKernels cpu) {
        this.accelerators = List.copyOf(accelerators);
        this.cpu = cpu;
    }

    /// The accelerators on the class path, and the widest loops that the CPU has. Caller closes.
    public static ColumnKernels load() {
        ServiceLoader<Accelerator> found = ServiceLoader.load(Accelerator.class, ColumnKernels.class.getClassLoader());
        return new ColumnKernels(found.stream().map(ServiceLoader.Provider::get).toList(), CpuKernels.widest());
    }

    /// Groups in one pass over the columns that the query names. Cost: rows times columns, plus the cells.
    public GroupTable group(GroupQuery query) {
        if (query.measures().isEmpty()) {
            for (Accelerator accelerator : accelerators) {
                Optional<CellCounts> counts = accelerator.count(query.rows());
                if (counts.isPresent()) {
                    return new GroupTable(counts.get(), List.of());
                }
            }
        }
        return cpu.group(query);
    }

    /// As [#group], but the numbers of each cell are added one by one, in the order of the rows: sums and moments have
    /// the same last bits as those of a plain loop. Cost: one pass more, and a share of the cells for each core.
    public GroupTable groupInOrder(GroupQuery query) {
        return cpu.groupInOrder(query);
    }

    /// The extremes of columns in the rows that pass; empty for a column that has no number there. Cost: one pass at
    /// the
    /// most, usually over few zones.
    ///
    /// @param rows without dimensions
    public List<Optional<Extremes>> extremes(CountQuery rows, List<NumberColumn> columns) {
        return cpu.extremes(rows, columns);
    }

    /// Counts in one pass over the columns that the query names.
    public CellCounts count(CountQuery query) {
        return group(new GroupQuery(query)).counts();
    }

    /// The cell of every row, found by the calling thread alone.
    public RowCells cells(CountQuery query) {
        return cpu.cells(query);
    }

    /// Gives the devices back. The CPU answers what is still asked.
    @Override
    public void close() {
        accelerators.forEach(Accelerator::close);
    }
}
