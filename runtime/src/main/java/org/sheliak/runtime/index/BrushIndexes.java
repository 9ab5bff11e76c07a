package org.sheliak.runtime.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.RowFilter;

/// Indexes for brushes that move: when a query comes again with other ranges of one or two columns, an index for these
/// columns is built in the background, as soon as the query is answered, and later such queries are answered by it.
///
/// Indexes are kept by what they are made of: another table, another filter beside the brush, or other groups ask for
/// another index. Those that have not answered for the longest time give way when all take more than the budget. Safe
/// for any number of threads.
public final class BrushIndexes implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(BrushIndexes.class.getName());

    /// What the tables of one index may take. The cells and the order of the rows come on top.
    private static final long TABLE_BYTES = 24L << 20;

    private final ColumnKernels kernels;
    private final Executor builder;
    private final int minimumRows;
    private final BrushMoves moves = new BrushMoves();
    private final IndexStore indexes;
    private final Set<IndexKey> asked = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean isClosed;

    /// @param builder runs what builds an index
    /// @param minimumRows tables with fewer rows are scanned
    /// @param maximumBytes what all indexes may take
    public BrushIndexes(ColumnKernels kernels, Executor builder, int minimumRows, long maximumBytes) {
        this.kernels = kernels;
        this.builder = builder;
        this.minimumRows = minimumRows;
        this.indexes = new IndexStore(maximumBytes);
    }

    /// The answer by an index, the same as by a scan but for the last bits of sums; empty when there is none for the
    /// query yet, and where ranges depend on codes.
    public Optional<GroupTable> answer(GroupQuery query) {
        if (query.rows().rows() < minimumRows || !query.rows().codedRanges().isEmpty()) {
            return Optional.empty();
        }
        QueryShape shape = QueryShape.of(query);
        Map<Object, RowFilter> filters = new HashMap<>();
        query.rows().rowFilters().forEach(filter -> filters.put(filter.identity(), filter));
        Map<Object, Object> accepted = new HashMap<>();
        filters.forEach((identity, filter) -> accepted.put(identity, filter.accepted()));
        Set<Object> moved = moves.next(shape, accepted);
        Optional<GroupIndex> index = indexes.find(shape, accepted);
        if (index.isPresent()) {
            return Optional.of(index.get().answer(filters, query.measures()));
        }
        if (!moved.isEmpty() && filters.keySet().containsAll(moved)) {
            build(IndexKey.of(shape, query, moved), query);
        }
        return Optional.empty();
    }

    private void build(IndexKey key, GroupQuery query) {
        if (!asked.add(key)) {
            return;
        }
        long question = indexes.questions();
        OwnedQuery owned = new OwnedQuery(query);
        waiting.add(() -> {
            try (owned) {
                List<IndexKey> gone = indexes.keep(key, build(key, owned), question);
                gone.forEach(asked::remove);
            } catch (CancellationException closed) {
                LOGGER.log(Level.DEBUG, "An index was not finished.", closed);
            } catch (RuntimeException | OutOfMemoryError failure) {
                // The scans go on; the index is not tried again.
                LOGGER.log(Level.WARNING, "A brush will be slower: its index could not be built.", failure);
            }
        });
    }

    /// Begins to build what queries have asked for. To be called when their answers are out: the scans that give these
    /// need all cores.
    public void buildWaiting() {
        for (Runnable build = waiting.poll(); build != null; build = waiting.poll()) {
            builder.execute(build);
        }
    }

    private GroupIndex build(IndexKey key, OwnedQuery owned) {
        IndexBuild build = new IndexBuild(() -> isClosed);
        CountQuery rows = owned.query().rows();
        List<RowFilter> brushed = rows.rowFilters().stream()
                .filter(filter -> key.brushed().contains(filter.identity()))
                .toList();
        RowOrder order = indexes.order(key.brushed()).orElseGet(() -> RowOrder.of(brushed, rows.rows(), build));
        CountQuery unbrushed = new CountQuery(
                rows.rows(),
                rows.filters().stream()
                        .filter(filter -> !brushed.contains(filter))
                        .toList(),
                rows.codeFilters().stream()
                        .filter(filter -> !brushed.contains(filter))
                        .toList(),
                rows.dimensions());
        return new GroupIndex(order, new GroupQuery(unbrushed, owned.query().measures()), kernels, TABLE_BYTES, build);
    }

    /// Bytes that the indexes take.
    public long sizeBytes() {
        return indexes.sizeBytes();
    }

    /// Has indexes that are being built given up. What runs them is closed after this.
    @Override
    public void close() {
        isClosed = true;
        buildWaiting();
    }
}
