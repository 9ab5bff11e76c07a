package org.sheliak.runtime.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Numbers the strings of a whole column from 0 in the order in which they first come, on all cores. Strings are split
/// by their hashes into partitions that know nothing of each other; when all have been seen, the partitions' numbers
/// become codes. These do not depend on the number of cores.
final class Utf8Numbering {
    /// Strings that are split at a time, at least, where there are as many.
    private static final int STRINGS_TOGETHER = 1 << 22;

    private static final int ROWS_TOGETHER = 1 << 16;

    private final MemorySegment target;
    private final Utf8Partition[] partitions =
            Stream.generate(Utf8Partition::new).limit(Utf8Spread.PARTITIONS).toArray(Utf8Partition[]::new);
    private int items;
    private int rows;
    private @Nullable Numbered dictionary;

    private Utf8Numbering(MemorySegment target) {
        this.target = target;
    }

    /// Strings with a number for each: that of its partition, times the number of partitions, plus the partition's.
    @SuppressWarnings("ArrayRecordComponent")
    private record Numbered(Utf8Source source, int[] numbers) {}

    /// Writes the code of each value, an int32; what it writes for a null is 0 or another code.
    ///
    /// @return the strings by their codes
    static List<String> number(List<Utf8Run> runs, MemorySegment target) {
        return number(runs, target, STRINGS_TOGETHER);
    }

    /// The same with so many strings at a time, at least.
    static List<String> number(List<Utf8Run> runs, MemorySegment target, int stringsTogether) {
        Utf8Numbering numbering = new Utf8Numbering(target);
        List<Utf8Run> together = new ArrayList<>();
        int strings = 0;
        for (Utf8Run run : runs) {
            together.add(run);
            strings += run.strings().size();
            if (strings >= stringsTogether) {
                numbering.add(together);
                together.clear();
                strings = 0;
            }
        }
        numbering.add(together);
        return numbering.finish();
    }

    private void add(List<Utf8Run> runs) {
        Iterator<Numbered> numbered = numbered(sources(runs)).iterator();
        int[] firstRows = new int[runs.size()];
        List<Numbered> ofRuns = new ArrayList<>();
        for (Utf8Run run : runs) {
            firstRows[ofRuns.size()] = rows;
            rows += run.count();
            if (run.codes() == null) {
                ofRuns.add(numbered.next());
            } else {
                dictionary = isNumbered(run.strings()) ? dictionary : numbered.next();
                ofRuns.add(Objects.requireNonNull(dictionary));
            }
        }
        IntStream.range(0, firstRows.length)
                .parallel()
                .forEach(i -> write(runs.get(i), ofRuns.get(i).numbers, firstRows[i]));
    }

    /// The strings of runs, a dictionary once for all runs on end that share it.
    @SuppressWarnings("ReferenceEquality") // one dictionary is one object; comparing two by content would be dear
    private List<Utf8Source> sources(List<Utf8Run> runs) {
        List<Utf8Source> sources = new ArrayList<>();
        Utf8Source known = dictionary == null ? null : dictionary.source;
        for (Utf8Run run : runs) {
            if (run.codes() == null) {
                sources.add(run.strings());
            } else if (run.strings() != known) {
                known = run.strings();
                sources.add(known);
            }
        }
        return sources;
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private boolean isNumbered(Utf8Source strings) {
        return dictionary != null && dictionary.source == strings;
    }

    private List<Numbered> numbered(List<Utf8Source> sources) {
        List<Utf8Spread> spreads = sources.parallelStream()
                .map(source -> source.slices().wellFormed().spread())
                .toList();
        int[] firstItems = new int[sources.size()];
        for (int i = 0; i < firstItems.length; i++) {
            firstItems[i] = items;
            items = Math.addExact(items, sources.get(i).size());
        }
        List<int[]> numbers =
                sources.stream().map(source -> new int[source.size()]).toList();
        IntStream.range(0, partitions.length).parallel().forEach(partition -> {
            for (int i = 0; i < firstItems.length; i++) {
                partitions[partition].add(spreads.get(i), partition, firstItems[i], numbers.get(i));
            }
        });
        return IntStream.range(0, firstItems.length)
                .parallel()
                .mapToObj(i -> new Numbered(sources.get(i), inOrder(spreads.get(i), numbers.get(i))))
                .toList();
    }

    /// The numbers in the order in which their strings came, with the partitions'.
    private static int[] inOrder(Utf8Spread spread, int[] numbers) {
        int[] ordered = new int[numbers.length];
        for (int partition = 0; partition < Utf8Spread.PARTITIONS; partition++) {
            for (int i = spread.bounds()[partition]; i < spread.bounds()[partition + 1]; i++) {
                ordered[spread.places()[i]] = numbers[i] << Utf8Spread.PARTITION_BITS | partition;
            }
        }
        return ordered;
    }

    /// Writes the numbers of a run's values.
    private void write(Utf8Run run, int[] numbers, int firstRow) {
        int[] codes = run.codes();
        BitSet nulls = run.nulls();
        int[] written = new int[run.count()];
        int next = 0;
        for (int row = nulls.nextClearBit(0); row < written.length; row = nulls.nextClearBit(row + 1)) {
            written[row] = numbers[codes == null ? next : codes[next]];
            next++;
        }
        MemorySegment.copy(written, 0, target, ValueLayout.JAVA_INT_UNALIGNED, 4L * firstRow, written.length);
    }

    /// Makes codes of the numbers.
    private List<String> finish() {
        BitSet firstItems = new BitSet(items);
        int most = 1;
        for (Utf8Partition partition : partitions) {
            most = Math.max(most, partition.size());
            for (int number = 0; number < partition.size(); number++) {
                firstItems.set(partition.firstItem(number));
            }
        }
        Ranks ranks = Ranks.of(firstItems);
        int[] codeOf = new int[most << Utf8Spread.PARTITION_BITS];
        for (int partition = 0; partition < partitions.length; partition++) {
            for (int number = 0; number < partitions[partition].size(); number++) {
                codeOf[number << Utf8Spread.PARTITION_BITS | partition] =
                        ranks.rank(partitions[partition].firstItem(number));
            }
        }
        IntStream.range(0, (rows + ROWS_TOGETHER - 1) / ROWS_TOGETHER)
                .parallel()
                .forEach(run -> recode(run * ROWS_TOGETHER, codeOf));
        return Utf8Codes.strings(
                Stream.of(partitions).map(Utf8Partition::codes).toList(),
                (partition, number) -> codeOf[number << Utf8Spread.PARTITION_BITS | partition],
                firstItems.cardinality());
    }

    private void recode(int from, int[] codeOf) {
        int[] codes = new int[Math.min(ROWS_TOGETHER, rows - from)];
        MemorySegment.copy(target, ValueLayout.JAVA_INT_UNALIGNED, 4L * from, codes, 0, codes.length);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codeOf[codes[i]];
        }
        MemorySegment.copy(codes, 0, target, ValueLayout.JAVA_INT_UNALIGNED, 4L * from, codes.length);
    }

    /// How many bits of a set stand before one.
    ///
    /// @param words the set
    /// @param before how many bits stand before each word
    @SuppressWarnings("ArrayRecordComponent")
    private record Ranks(long[] words, int[] before) {
        static Ranks of(BitSet bits) {
            long[] words = bits.toLongArray();
            int[] before = new int[words.length];
            for (int word = 1; word < words.length; word++) {
                before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
            }
            return new Ranks(words, before);
        }

        int rank(int bit) {
            int word = bit / Long.SIZE;
            return before[word] + Long.bitCount(words[word] & ((1L << bit) - 1));
        }
    }
}
