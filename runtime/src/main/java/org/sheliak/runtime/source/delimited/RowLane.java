package org.sheliak.runtime.source.delimited;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.source.delimited.FieldScanner.NotWellFormedException;
import org.sheliak.runtime.source.delimited.FieldScanner.TooFarException;
import org.sheliak.runtime.source.lane.Lane;

/// Reads the rows of a text. Where the rows of a part begin is known only when the parts before it have
/// been read: a quoted field may hold line breaks. So a part is read from the first line break in it, and
/// once more from where its rows begin when that was wrong.
final class RowLane implements Lane<RowLane.Part> {
    /// How far a part that may begin wrongly is read beyond its end, in lengths of a part.
    private static final int MOST_BEYOND = 3;
    /// Most lines that cross the end of a part end within so many bytes.
    private static final int USUAL_BEYOND = 1 << 10;
    /// How many bytes are searched for a line break at once.
    private static final int PIECE = 1 << 12;
    private static final long NOWHERE = -1;
    /// Where the next row begins when there is none.
    private static final long BEHIND = Long.MAX_VALUE;

    private final DelimitedText text;
    private final long start;
    private final int partBytes;
    private final int[] indexes;
    private final List<TextColumn<?>> columns;
    /// Written when a part is taken. Parts that are being read look at it only to save work.
    private final boolean[] isRefused;
    private long next;
    private int rowCount;

    /// What was read of a part.
    ///
    /// @param start of its first row, [#NOWHERE] when nothing was read
    /// @param end where the rows of the next part begin
    /// @param takings append the values of each column; `null` where they are not of its type
    record Part(long start, long end, int rowCount, List<@Nullable Runnable> takings) {
        static final Part NONE = new Part(NOWHERE, NOWHERE, 0, List.of());
    }

    /// @param start of the first row, or -1 when there are none
    /// @param indexes of the columns' fields in a line
    /// @param columns borrowed
    RowLane(DelimitedText text, long start, int partBytes, int[] indexes, List<TextColumn<?>> columns) {
        this.text = text;
        this.start = start;
        this.partBytes = partBytes;
        this.indexes = indexes;
        this.columns = columns;
        this.isRefused = new boolean[columns.size()];
        this.next = start;
    }

    @Override
    public int partCount() {
        return start < 0 ? 0 : Math.toIntExact(Math.max(1, Math.ceilDiv(text.end() - start, partBytes)));
    }

    /// Number of rows taken.
    int rowCount() {
        return rowCount;
    }

    /// Whether a column has a field that is not of its type.
    boolean isRefused(int column) {
        return isRefused[column];
    }

    /// Where the rows of a part end: a row belongs to the part that it begins in.
    private long limit(int part) {
        return part == partCount() - 1 ? BEHIND : start + (part + 1L) * partBytes;
    }

    @Override
    public Part read(int part) throws IOException {
        long from = start + (long) part * partBytes;
        long begin = part == 0 ? from : behindBreak(from, Math.min(limit(part), text.end() + 1));
        try {
            return begin == NOWHERE ? Part.NONE : scan(begin, limit(part), (MOST_BEYOND + 1L) * partBytes);
        } catch (TooFarException | NotWellFormedException perhapsWithinQuotes) {
            return Part.NONE;
        }
    }

    @Override
    public void take(int part, Part read) throws IOException {
        if (next >= limit(part)) {
            return;
        }
        Part rows = read.start == next ? read : scan(next, limit(part), Long.MAX_VALUE);
        for (int column = 0; column < isRefused.length; column++) {
            Runnable taking = rows.takings.get(column);
            isRefused[column] |= taking == null;
            if (taking != null && !isRefused[column]) {
                taking.run();
            }
        }
        rowCount = Math.addExact(rowCount, rows.rowCount);
        next = rows.end;
    }

    private Part scan(long begin, long limit, long mostBytes) throws IOException {
        long expected = Math.min(limit, text.end()) - begin + Math.min(USUAL_BEYOND, partBytes);
        FieldScanner scanner = new FieldScanner(text, begin, (int) Math.clamp(expected, 0, 2L * partBytes), mostBytes);
        RowFields rows = new RowFields(indexes);
        while (!scanner.endsText() && scanner.position() < limit) {
            rows.add(scanner);
        }
        List<@Nullable Runnable> takings = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Fields fields = rows.fields(column, scanner.bytes(), text.bytes().isWellFormed());
            takings.add(isRefused[column] ? null : taking(columns.get(column), fields));
        }
        return new Part(begin, scanner.endsText() ? BEHIND : scanner.position(), rows.count(), takings);
    }

    private static <P> @Nullable Runnable taking(TextColumn<P> column, Fields fields) {
        P values = column.read(fields);
        return values == null ? null : () -> column.take(values);
    }

    /// The first position behind a line break, from one position to before another.
    private long behindBreak(long from, long limit) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long at = from - 1; at < limit - 1; at += PIECE - 1) {
            int count = (int) Math.min(PIECE, text.bytes().size() - at);
            text.bytes().read(at, piece, 0, count);
            for (int index = 0; index < Math.min(PIECE - 1, limit - 1 - at); index++) {
                boolean isBreak = piece[index] == Separators.LINE_FEED
                        || (piece[index] == Separators.CARRIAGE_RETURN
                                && (index + 1 == count || piece[index + 1] != Separators.LINE_FEED));
                if (isBreak) {
                    return at + index + 1;
                }
            }
        }
        return NOWHERE;
    }
}
