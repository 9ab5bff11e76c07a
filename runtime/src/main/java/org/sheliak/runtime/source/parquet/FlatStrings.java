package org.sheliak.runtime.source.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Utf8Slices;

/// Decodes a column chunk of strings: they stay where their page has them.
final class FlatStrings {
    private FlatStrings() {}

    /// The chunk's values, a run for each page.
    static List<StringRun> read(FlatPages pages) throws IOException {
        List<StringRun> runs = new ArrayList<>();
        FlatPage known = pages.dictionary();
        Utf8Slices dictionary = known == null ? null : plain(known);
        for (FlatPage page = pages.next(); page != null; page = pages.next()) {
            runs.add(
                    page.hasCodes()
                            ? coded(page, dictionary)
                            : new StringRun(page.count(), page.nulls(), plain(page), null));
        }
        return runs;
    }

    private static StringRun coded(FlatPage page, @Nullable Utf8Slices dictionary) throws ParquetFormatException {
        if (dictionary == null) {
            throw new ParquetFormatException("has codes of a dictionary that is missing");
        }
        return new StringRun(page.count(), page.nulls(), dictionary, page.codes());
    }

    /// Each string stands behind its length.
    private static Utf8Slices plain(FlatPage page) throws ParquetFormatException {
        int count = page.presentCount();
        Utf8Slices strings = new Utf8Slices(page.content(), count);
        ByteBuffer content = ByteBuffer.wrap(page.content()).order(ByteOrder.LITTLE_ENDIAN);
        int position = page.from();
        for (int index = 0; index < count; index++) {
            int length = content.getInt(position);
            position += Integer.BYTES;
            if (length < 0 || length > page.end() - position) {
                throw new ParquetFormatException("has a string of " + length + " bytes that ends after its page");
            }
            strings.add(position, length);
            position += length;
        }
        return strings;
    }
}
