package org.sheliak.runtime.source.delimited;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.sheliak.runtime.source.lane.Lanes;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.FixedWidthBuilder;
import org.sheliak.runtime.table.NumberColumn.Layout;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.Utf8ColumnBuilder;

/// One reading of a text into a table. A column whose type turns out to be another is read again.
final class DelimitedRows {
    private static final int SAMPLED_ROWS = 100;
    /// How many bytes these rows usually have at most.
    private static final int SAMPLED_BYTES = 1 << 14;
    /// More rows than the first ones promise, so that columns seldom grow.
    private static final double RESERVE = 1.03;

    private final DelimitedReader reader;
    private final DelimitedText text;
    private final BufferAllocator allocator;
    /// By name, in the order of the header; of several columns with one name, the last counts.
    private final SequencedMap<String, Integer> indexes = new LinkedHashMap<>();
    private final SequencedMap<String, Column> built = new LinkedHashMap<>();
    private long start = -1;
    private int expectedRows;

    DelimitedRows(DelimitedReader reader, DelimitedText text, BufferAllocator allocator) {
        this.reader = reader;
        this.text = text;
        this.allocator = allocator;
    }

    /// The table. Caller closes.
    Table read() throws IOException {
        readHeader();
        SequencedMap<String, TypeGuess> open = guesses();
        int rowCount;
        try {
            do {
                rowCount = readColumns(open);
            } while (!open.isEmpty());
        } catch (IOException | RuntimeException failed) {
            built.values().forEach(Column::close);
            throw failed;
        }
        SequencedMap<String, Column> ordered = new LinkedHashMap<>();
        wanted().forEach(name -> ordered.put(name, Objects.requireNonNull(built.get(name))));
        return new Table(ordered, rowCount);
    }

    private void readHeader() throws IOException {
        FieldScanner scanner = new FieldScanner(text, 0, SAMPLED_BYTES, Long.MAX_VALUE);
        if (scanner.endsText()) {
            return;
        }
        List<String> names = scanner.line();
        for (int index = 0; index < names.size(); index++) {
            indexes.put(names.get(index), index);
        }
        start = scanner.endsText() ? -1 : scanner.position();
    }

    private List<String> wanted() {
        return indexes.keySet().stream().filter(reader::isWanted).toList();
    }

    private int[] indexes(List<String> names) {
        return names.stream()
                .mapToInt(name -> Objects.requireNonNull(indexes.get(name)))
                .toArray();
    }

    private SequencedMap<String, TypeGuess> guesses() throws IOException {
        List<String> names = wanted();
        RowFields rows = new RowFields(indexes(names));
        byte[] bytes = start < 0 ? new byte[0] : sample(rows);
        SequencedMap<String, TypeGuess> guesses = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            TextType type = reader.types().apply(names.get(column));
            guesses.put(
                    names.get(column),
                    type == TextType.AUTO
                            ? TypeGuess.of(
                                    rows.fields(column, bytes, text.bytes().isWellFormed()), reader.zone())
                            : TypeGuess.of(type));
        }
        return guesses;
    }

    private byte[] sample(RowFields rows) throws IOException {
        FieldScanner scanner = new FieldScanner(text, start, SAMPLED_BYTES, Long.MAX_VALUE);
        while (!scanner.endsText() && rows.count() < SAMPLED_ROWS) {
            rows.add(scanner);
        }
        double rowBytes = (double) Math.max(1, scanner.position() - start) / rows.count();
        double expected = scanner.endsText() ? rows.count() : RESERVE * (text.end() - start) / rowBytes;
        expectedRows = (int) Math.min(expected, Integer.MAX_VALUE);
        return scanner.bytes();
    }

    /// Reads columns, and leaves those open whose type was refused. Returns the number of rows.
    private int readColumns(SequencedMap<String, TypeGuess> open) throws IOException {
        List<String> names = List.copyOf(open.keySet());
        List<TextColumn<?>> columns = new ArrayList<>();
        try {
            open.values().forEach(guess -> columns.add(column(guess)));
            RowLane lane = new RowLane(text, start, reader.partBytes(), indexes(names), columns);
            Lanes.run(List.of(lane));
            for (int index = 0; index < columns.size(); index++) {
                if (lane.isRefused(index)) {
                    Objects.requireNonNull(open.get(names.get(index))).refuse();
                } else {
                    built.put(names.get(index), columns.get(index).build());
                    open.remove(names.get(index));
                }
            }
            return lane.rowCount();
        } finally {
            columns.forEach(TextColumn::close);
        }
    }

    private TextColumn<?> column(TypeGuess guess) {
        boolean takesAll = !guess.isOpen();
        return switch (guess.type()) {
            case BOOLEAN -> new BooleanFields(takesAll, allocator);
            case NUMBER -> new NumberFields(FieldNumbers::number, NumberFields.Empty.NULL, takesAll, numbers());
            case DATE ->
                new NumberFields(
                        (fields, row) -> FieldDates.epochMillis(fields, row, reader.zone()),
                        takesAll ? NumberFields.Empty.NULL : NumberFields.Empty.NO_VALUE,
                        takesAll,
                        numbers());
            case STRING -> new StringFields(true, strings());
            case TEXT -> new StringFields(false, strings());
            case AUTO -> throw new IllegalStateException("a type to be found is no type");
        };
    }

    private FixedWidthBuilder numbers() {
        return FixedWidthBuilder.numbers(Layout.FLOAT64, expectedRows, allocator);
    }

    private Utf8ColumnBuilder strings() {
        return new Utf8ColumnBuilder(expectedRows, text.bytes().isWellFormed(), allocator);
    }
}
