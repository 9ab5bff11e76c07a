package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Utf8Run;
import org.sheliak.runtime.table.Utf8Slices;
import org.sheliak.runtime.table.Utf8Source;

/// Decodes a column chunk of strings: they stay where their page has them.
final class FlatStrings {
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private FlatStrings() {}

    /// The chunk's values, a run for each page.
    static List<Utf8Run> read(FlatPages pages) throws IOException {
        List<Utf8Run> runs = new ArrayList<>();
        FlatPage known = pages.dictionary();
        Utf8Slices dictionary = known == null ? null : plain(known).slices();
        for (FlatPage page = pages.next(); page != null; page = pages.next()) {
            runs.add(
                    page.hasCodes()
                            ? coded(page, dictionary)
                            : new Utf8Run(page.count(), page.nulls(), plain(page), null));
        }
        return runs;
    }

    private static Utf8Run coded(FlatPage page, @Nullable Utf8Source dictionary) throws ParquetFormatException {
        if (dictionary == null) {
            throw new ParquetFormatException("has codes of a dictionary that is missing");
        }
        return new Utf8Run(page.count(), page.nulls(), dictionary, page.codes());
    }

    /// The page's strings, each behind its length, once that is known to end within the page.
    private static PlainPage plain(FlatPage page) throws ParquetFormatException {
        byte[] content = page.content();
        int count = page.presentCount();
        int position = page.from();
        for (int index = 0; index < count; index++) {
            int length = (int) LENGTH.get(content, position);
            position += Integer.BYTES;
            if (length < 0 || length > page.end() - position) {
                throw new ParquetFormatException("has a string of " + length + " bytes that ends after its page");
            }
            position += length;
        }
        return new PlainPage(content, page.from(), position, count);
    }

    /// @param from where the first string's length stands
    /// @param end where the last string ends
    @SuppressWarnings("ArrayRecordComponent")
    private record PlainPage(byte[] content, int from, int end, int size) implements Utf8Source {

        @Override
        public Utf8Slices slices() {
            Utf8Slices strings = new Utf8Slices(content, size);
            int position = from;
            for (int index = 0; index < size; index++) {
                int length = (int) LENGTH.get(content, position);
                strings.add(position + Integer.BYTES, length);
                position += Integer.BYTES + length;
            }
            return strings;
        }

        @Override
        public long sizeBytes() {
            return (long) end - from;
        }
    }
}
