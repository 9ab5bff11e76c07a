package org.sheliak.aparapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aparapi.device.Device;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumericColumn;

/// The kernel on a real OpenCL device, PoCL's CPU, against the CPU kernels.
/// Where CI is set the device must be there; elsewhere the tests are skipped without it.
class OpenClCounterTest {
    private static final long MEBIBYTE = 1 << 20;
    private static OpenClCounter counter;

    private final TestColumns columns = new TestColumns(new Random(7));

    @BeforeAll
    static void open() {
        Optional<DeviceCounter> device = open(64 * MEBIBYTE);
        assumeTrue(device.isPresent() || "true".equals(System.getenv("CI")), "no OpenCL CPU device");
        counter = (OpenClCounter) device.orElseThrow();
    }

    private static Optional<DeviceCounter> open(long maximumBytes) {
        return OpenClCounter.open(new OpenClSettings(Device.TYPE.CPU, 1, maximumBytes));
    }

    @AfterAll
    static void closeDevice() {
        if (counter != null) {
            counter.close();
        }
    }

    @AfterEach
    void close() {
        columns.close();
    }

    @Test
    void description_namesDeviceAndDriver() {
        assertThat(counter.description()).contains("Portable Computing Language");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 255, 256, 257, 1000, 4097, 100_003, 1_000_000})
    void count_everySize_equalsTheCpu(int rows) {
        for (int i = 0; i < 8; i++) {
            check(columns.query(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 500, 2044, 2045, 60_000})
    void count_cellsInLocalAndInGlobalMemory_equalsTheCpu(int bins) {
        NumericColumn column = columns.random(50_000, 0.1);
        check(new CountQuery(
                50_000, List.of(), List.of(new Binning(column, new BinGrid(-30, -30 + bins * 0.001, 0.001)))));
    }

    @Test
    void count_brushing_copiesEachColumnOnce() {
        int rows = 77_777;
        NumericColumn filtered = columns.random(rows, 0.1);
        NumericColumn other = columns.random(rows, 0);
        NumericColumn binned = columns.random(rows, 0.1);
        long before = counter.copies();
        for (int step = 0; step < 10; step++) {
            check(new CountQuery(
                    rows,
                    List.of(
                            new RangeFilter(filtered, ValueRange.between(-step, step)),
                            new RangeFilter(other, ValueRange.atLeast(step - 5))),
                    List.of(new Binning(binned, new BinGrid(-10, 10, 1)))));
        }
        assertThat(counter.copies() - before).isEqualTo(3);
    }

    @Test
    void count_moreColumnsThanFit_staysInItsBudgetAndRight() {
        int rows = 50_000;
        try (OpenClCounter small = (OpenClCounter) open(2 * MEBIBYTE).orElseThrow()) {
            for (int i = 0; i < 12; i++) {
                CountQuery query = new CountQuery(
                        rows,
                        List.of(new RangeFilter(columns.random(rows, 0), ValueRange.below(i))),
                        List.of(new Binning(columns.random(rows, 0.1), new BinGrid(-10, 10, 1))));
                CellCounts answer = small.count(query).orElseThrow();
                assertThat(answer.counts())
                        .isEqualTo(CpuKernels.widest().count(query).counts());
                assertThat(small.sizeBytes()).isLessThanOrEqualTo(2 * MEBIBYTE);
            }
        }
    }

    @Test
    void count_tablesThatDoNotFitTogether_givesTheOldestUp() {
        try (OpenClCounter small = (OpenClCounter) open(2 * MEBIBYTE).orElseThrow()) {
            for (int rows = 60_000; rows < 60_020; rows++) {
                small.count(new CountQuery(
                        rows, List.of(new RangeFilter(columns.random(rows, 0), ValueRange.ALL)), List.of()));
                assertThat(small.sizeBytes()).isLessThanOrEqualTo(2 * MEBIBYTE);
            }
        }
    }

    @Test
    void count_columnLargerThanTheBudget_isDeclined() {
        try (OpenClCounter small = (OpenClCounter) open(1000).orElseThrow()) {
            NumericColumn column = columns.random(5000, 0);
            CountQuery query = new CountQuery(5000, List.of(new RangeFilter(column, ValueRange.ALL)), List.of());
            assertThat(small.count(query)).isEmpty();
        }
    }

    private static void check(CountQuery query) {
        CellCounts expected = CpuKernels.widest().count(query);
        CellCounts actual = counter.count(query).orElseThrow();
        assertThat(actual.counts()).as("%s", query).isEqualTo(expected.counts());
        assertThat(actual.seen()).as("%s", query).isEqualTo(expected.seen());
        assertThat(actual.firstRows()).as("%s", query).isEqualTo(expected.firstRows());
    }
}
