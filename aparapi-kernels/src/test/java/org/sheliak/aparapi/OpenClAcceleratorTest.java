package org.sheliak.aparapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CellCounts;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumericColumn;

/// What the accelerator takes and what it leaves to the CPU, without a device.
class OpenClAcceleratorTest {
    private static final int MINIMUM_ROWS = 100;
    private static final BinGrid GRID = new BinGrid(0, 10, 1);

    private final TestColumns columns = new TestColumns(new Random(1));
    private final LogLines log = new LogLines(OpenClAccelerator.class);

    @AfterEach
    void close() {
        columns.close();
        log.close();
    }

    /// A device that answers with one cell, or fails from a given query on.
    private static final class FakeCounter implements DeviceCounter {
        private static final CellCounts ANSWER = new CellCounts(new int[] {42}, new int[] {0}, new int[] {0});
        private final int firstFailure;
        private int queries;
        private boolean isClosed;

        FakeCounter(int firstFailure) {
            this.firstFailure = firstFailure;
        }

        @Override
        public String description() {
            return "fake device";
        }

        @Override
        public Optional<CellCounts> count(CountQuery query) {
            if (++queries >= firstFailure) {
                throw new AssertionError("CL_OUT_OF_RESOURCES");
            }
            return Optional.of(ANSWER);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void count_noDevice_isLeftToTheCpuWithOneLogLine() {
        try (OpenClAccelerator accelerator = new OpenClAccelerator(MINIMUM_ROWS, Optional::empty)) {
            assertThat(accelerator.awaitDevice()).isEmpty();
            assertThat(accelerator.count(query(1000))).isEmpty();
            assertThat(accelerator.count(query(1000))).isEmpty();
        }
        assertThat(log.lines()).containsExactly("OpenCL: no device found; columns are counted on the CPU");
    }

    @Test
    void count_deviceThatCannotBeOpened_isLeftToTheCpuWithOneLogLine() {
        try (OpenClAccelerator accelerator = new OpenClAccelerator(MINIMUM_ROWS, () -> {
            throw new UnsatisfiedLinkError("no aparapi in java.library.path");
        })) {
            assertThat(accelerator.awaitDevice()).isEmpty();
            assertThat(accelerator.count(query(1000))).isEmpty();
        }
        assertThat(log.lines()).containsExactly("OpenCL: the device cannot be used; columns are counted on the CPU");
    }

    @Test
    void count_failedLaunch_givesTheDeviceUpForGoodWithOneLogLine() {
        FakeCounter device = new FakeCounter(2);
        try (OpenClAccelerator accelerator = new OpenClAccelerator(MINIMUM_ROWS, () -> Optional.of(device))) {
            accelerator.awaitDevice();
            CountQuery query = query(1000);
            ColumnKernels kernels = new ColumnKernels(List.of(accelerator), CpuKernels.widest());
            kernels.count(query);
            assertThat(kernels.count(query)).isSameAs(FakeCounter.ANSWER);
            for (int i = 0; i < 3; i++) {
                assertThat(kernels.count(query).counts())
                        .isEqualTo(CpuKernels.widest().count(query).counts());
            }
        }
        assertThat(device.queries).isEqualTo(2);
        assertThat(device.isClosed).isTrue();
        assertThat(log.lines())
                .containsExactly(
                        "OpenCL: fake device",
                        "OpenCL: fake device failed; columns are counted on the CPU from now on");
    }

    @Test
    void count_queriesThatAreNotWorthIt_openNoDevice() {
        try (OpenClAccelerator accelerator = new OpenClAccelerator(MINIMUM_ROWS, () -> {
            throw new AssertionError("opened");
        })) {
            accelerator.count(query(MINIMUM_ROWS));
            accelerator.count(query(1));
        }
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void count_takesAQueryWhoseColumnsComeAgain() {
        try (OpenClAccelerator accelerator = accelerator()) {
            NumericColumn filtered = columns.random(1000, 0);
            NumericColumn binned = columns.random(1000, 0);
            assertThat(accelerator.count(query(filtered, binned, 1))).isEmpty();
            assertThat(accelerator.count(query(filtered, binned, 2))).isPresent();
            assertThat(accelerator.count(query(binned, filtered, 2))).isEmpty();
        }
    }

    @Test
    void count_sharedColumn_isTheSameColumn() {
        try (OpenClAccelerator accelerator = accelerator()) {
            NumericColumn column = columns.random(1000, 0);
            accelerator.count(query(column, column, 1));
            NumericColumn shared = columns.keep(column.share());
            assertThat(accelerator.count(query(shared, shared, 1))).isPresent();
        }
    }

    @Test
    void count_fewRows_isLeftToTheCpu() {
        try (OpenClAccelerator accelerator = accelerator()) {
            CountQuery query = query(MINIMUM_ROWS - 1);
            accelerator.count(query);
            assertThat(accelerator.count(query)).isEmpty();
        }
    }

    @Test
    void count_moreSlotsThanAChar_isLeftToTheCpu() {
        try (OpenClAccelerator accelerator = accelerator()) {
            NumericColumn column = columns.random(1000, 0);
            CountQuery query = new CountQuery(1000, List.of(), List.of(new Binning(column, new BinGrid(0, 65_533, 1))));
            accelerator.count(query);
            assertThat(accelerator.count(query)).isEmpty();
        }
    }

    private static OpenClAccelerator accelerator() {
        FakeCounter device = new FakeCounter(Integer.MAX_VALUE);
        OpenClAccelerator accelerator = new OpenClAccelerator(MINIMUM_ROWS, () -> Optional.of(device));
        accelerator.awaitDevice();
        return accelerator;
    }

    private CountQuery query(int rows) {
        return query(columns.random(rows, 0), columns.random(rows, 0), 0);
    }

    private static CountQuery query(NumericColumn filtered, NumericColumn binned, double lower) {
        return new CountQuery(
                filtered.length(),
                List.of(new RangeFilter(filtered, ValueRange.atLeast(lower))),
                List.of(new Binning(binned, GRID)));
    }
}
