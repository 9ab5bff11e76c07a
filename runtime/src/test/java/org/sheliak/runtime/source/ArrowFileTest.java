package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.DateValue;

class ArrowFileTest {
    private static final int BATCH_ROWS = 10_000;
    private static final Schema SCHEMA = new Schema(List.of(
            Field.nullable("x", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
            Field.notNullable("y", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
            Field.nullable("at", new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC")),
            Field.nullable("local", new ArrowType.Timestamp(TimeUnit.MILLISECOND, null)),
            Field.nullable("name", new ArrowType.Utf8())));

    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void read_batches_givesTheirRows(int batches) throws IOException {
        try (Table table = new FileTable(write(batches)).read(null, allocator)) {
            assertThat(table.rowCount()).isEqualTo(batches * BATCH_ROWS);
            for (int row = 0; row < table.rowCount(); row++) {
                boolean isNull = row % 7 == 3;
                assertThat(value(table, "x", row)).isEqualTo(isNull ? null : row / 4.0);
                assertThat(value(table, "y", row)).isEqualTo(row * 3.0);
                assertThat(value(table, "at", row)).isEqualTo(isNull ? null : new DateValue(row * 1e6));
                assertThat(value(table, "local", row)).isEqualTo(isNull ? null : new DateValue(row * 1e6));
                assertThat(value(table, "name", row)).isEqualTo("name " + row % 10);
            }
        }
    }

    @Test
    void read_oneBatch_isMappedAndNotCopied() throws IOException {
        Path file = write(1);
        Table table = new FileTable(file).read(List.of("x", "y", "at"), allocator);
        long ownBytes = allocator.getAllocatedMemory() - Files.size(file);
        assertThat(ownBytes).isBetween(0L, 3L * BATCH_ROWS);
        Column dates = table.column("at").share();
        table.close();
        assertThat(dates).isInstanceOf(DateColumn.class);
        assertThat(dates.value(8)).isEqualTo(new DateValue(8e6));
        dates.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    private static Object value(Table table, String name, int row) {
        return table.column(name).value(row);
    }

    private Path write(int batches) throws IOException {
        Path file = folder.resolve("file.arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                VectorSchemaRoot root = VectorSchemaRoot.create(SCHEMA, allocator);
                ArrowFileWriter writer = new ArrowFileWriter(root, null, channel)) {
            for (int batch = 0; batch < batches; batch++) {
                for (int index = 0; index < BATCH_ROWS; index++) {
                    set(root, index, batch * BATCH_ROWS + index);
                }
                root.setRowCount(BATCH_ROWS);
                writer.writeBatch();
            }
        }
        return file;
    }

    private static void set(VectorSchemaRoot root, int index, int row) {
        boolean isNull = row % 7 == 3;
        ((Float8Vector) root.getVector("x")).setSafe(index, isNull ? 0 : 1, row / 4.0);
        ((Float8Vector) root.getVector("y")).setSafe(index, row * 3.0);
        ((TimeStampMilliTZVector) root.getVector("at")).setSafe(index, isNull ? 0 : 1, row * 1_000_000L);
        ((TimeStampMilliVector) root.getVector("local")).setSafe(index, isNull ? 0 : 1, row * 1_000_000L);
        ((VarCharVector) root.getVector("name")).setSafe(index, ("name " + row % 10).getBytes(StandardCharsets.UTF_8));
    }
}
