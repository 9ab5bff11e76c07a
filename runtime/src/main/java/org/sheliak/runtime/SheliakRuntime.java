package org.sheliak.runtime;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.planner.taskgraph.TaskGraph;
import org.sheliak.runtime.cache.TaskValueCache;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.fusion.GroupFusion;
import org.sheliak.runtime.index.BrushIndexes;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.session.ChartSession;
import org.sheliak.runtime.session.EvaluationThreads;
import org.sheliak.runtime.source.DataLocations;
import org.sheliak.runtime.source.NamedTables;
import org.sheliak.runtime.source.SourceTable;
import org.sheliak.runtime.table.ColumnMemory;
import org.sheliak.runtime.task.GraphState;
import org.sheliak.runtime.task.RecentStates;
import org.sheliak.runtime.task.TaskGraphExecutor;
import org.sheliak.runtime.task.TaskGraphRun;

/// Evaluates the task graphs of any number of charts, which share its memory budget, its cache and its tables.
///
/// Safe for any number of threads.
public final class SheliakRuntime implements AutoCloseable {
    /// Below this many rows a scan takes less than a millisecond.
    private static final int INDEXED_ROWS = 500_000;

    private static final int HEAP_PER_INDEX_BYTE = 2;

    private final BufferAllocator allocator;
    private final TaskValueCache cache;
    private final DataLocations locations;
    private final ColumnKernels kernels = ColumnKernels.load();
    private final ExecutorService indexBuilder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sheliak-index-", 0).factory());
    private final BrushIndexes indexes = new BrushIndexes(
            kernels, indexBuilder, INDEXED_ROWS, Runtime.getRuntime().maxMemory() / HEAP_PER_INDEX_BYTE);
    private final GroupFusion fusion = new GroupFusion(kernels, indexes);
    private final EvaluationThreads threads = new EvaluationThreads();
    private final Map<String, SourceTable> tables = new ConcurrentHashMap<>();
    private final Set<ChartSession> sessions = ConcurrentHashMap.newKeySet();

    private SheliakRuntime(RuntimeSettings settings) {
        allocator = ColumnMemory.allocator(settings.memoryBytes());
        cache = new TaskValueCache(settings.cacheBytes());
        locations = new DataLocations(settings.dataRoots());
    }

    /// Starts a runtime. Caller closes.
    public static SheliakRuntime start(RuntimeSettings settings) {
        return new SheliakRuntime(settings);
    }

    /// Where tables for this runtime are allocated; they count against its budget.
    public BufferAllocator allocator() {
        return allocator;
    }

    /// The files that specs may name.
    public DataLocations locations() {
        return locations;
    }

    /// Gives all charts a table under a name, in place of an older one. Takes ownership of the table.
    /// Charts that are open see it with their next request.
    public void put(String name, SourceTable table) {
        SourceTable older = tables.put(name, table);
        if (older != null) {
            older.close();
        }
    }

    /// A session for a chart that uses the tables of this runtime. Caller closes.
    public ChartSession openChart() {
        return openChart(Map.of());
    }

    /// A session for a chart that uses these tables, which are borrowed, and those of this runtime with other names.
    /// Caller closes.
    public ChartSession openChart(Map<String, SourceTable> chartTables) {
        ChartSession[] session = new ChartSession[1];
        session[0] = new ChartSession(executor(chartTables), threads, () -> sessions.remove(session[0]));
        sessions.add(session[0]);
        return session[0];
    }

    /// An evaluation of a graph with the values that its roots start with, for no chart. Caller closes.
    public TaskGraphRun run(TaskGraph graph) {
        return executor(Map.of()).start(GraphState.of(graph), new Cancellation());
    }

    private TaskGraphExecutor executor(Map<String, SourceTable> chartTables) {
        return new TaskGraphExecutor(
                allocator, cache, new RecentStates(cache), locations, fusion, new NamedTables(chartTables, tables));
    }

    /// Bytes of columns that are held now.
    public long allocatedBytes() {
        return allocator.getAllocatedMemory();
    }

    /// Gives up all evaluated data sets that nobody uses.
    public void clearCache() {
        cache.clear();
    }

    /// Closes all sessions, tables and the cache.
    ///
    /// @throws IllegalStateException when rows of this runtime are still in use
    @Override
    public void close() {
        Set.copyOf(sessions).forEach(ChartSession::close);
        threads.close();
        indexes.close();
        indexBuilder.close();
        cache.close();
        locations.close();
        kernels.close();
        tables.values().forEach(SourceTable::close);
        allocator.close();
    }
}
