package org.sheliak.runtime.transform;

/// Sorts row numbers as `Array.prototype.sort` does in V8.
///
/// Fewer than 64 rows: a run at the start, then binary insertion, which is V8's sort step for step, so that even a
/// comparator that contradicts itself (a column of words and numbers) gives V8's order. More rows: insertion sorts of
/// such pieces, merged in pairs; the result is V8's for every comparator that does not contradict itself.
///
/// Source: T. Peters, "listsort.txt" (CPython); third_party/v8/builtins/array-sort.tq of V8.
final class RowSorting {
    private static final int MIN_MERGE = 64;

    private RowSorting() {}

    /// Sorts in place, stably. Cost: n log n comparisons, and an array of n.
    static void sort(int[] rows, RowComparator comparator) {
        int piece = pieceLength(rows.length);
        for (int from = 0; from < rows.length; from += piece) {
            sortPiece(rows, from, Math.min(from + piece, rows.length), comparator);
        }
        int[] spare = new int[piece < rows.length ? rows.length : 0];
        for (int width = piece; width < rows.length; width *= 2) {
            for (int from = 0; from < rows.length; from += 2 * width) {
                merge(rows, spare, from, width, comparator);
            }
            System.arraycopy(spare, 0, rows, 0, rows.length);
        }
    }

    private static int pieceLength(int length) {
        int rest = length;
        int anyBit = 0;
        while (rest >= MIN_MERGE) {
            anyBit |= rest & 1;
            rest >>= 1;
        }
        return Math.max(1, rest + anyBit);
    }

    private static void sortPiece(int[] rows, int from, int to, RowComparator comparator) {
        for (int next = endOfRun(rows, from, to, comparator); next < to; next++) {
            int pivot = rows[next];
            int left = from;
            int right = next;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (comparator.compare(pivot, rows[middle]) < 0) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            System.arraycopy(rows, left, rows, left + 1, next - left);
            rows[left] = pivot;
        }
    }

    /// End of the sorted run at the start; a strictly falling run is turned round.
    private static int endOfRun(int[] rows, int from, int to, RowComparator comparator) {
        if (to - from < 2) {
            return to;
        }
        int end = from + 2;
        if (comparator.compare(rows[from + 1], rows[from]) < 0) {
            while (end < to && comparator.compare(rows[end], rows[end - 1]) < 0) {
                end++;
            }
            reverse(rows, from, end);
        } else {
            while (end < to && comparator.compare(rows[end], rows[end - 1]) >= 0) {
                end++;
            }
        }
        return end;
    }

    private static void reverse(int[] rows, int from, int to) {
        for (int low = from, high = to - 1; low < high; low++, high--) {
            int swap = rows[low];
            rows[low] = rows[high];
            rows[high] = swap;
        }
    }

    private static void merge(int[] source, int[] target, int from, int width, RowComparator comparator) {
        int middle = Math.min(from + width, source.length);
        int end = (int) Math.min(from + 2L * width, source.length);
        if (middle == end || comparator.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, end - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int at = from; at < end; at++) {
            boolean takesLeft = right == end || (left < middle && comparator.compare(source[right], source[left]) >= 0);
            target[at] = takesLeft ? source[left++] : source[right++];
        }
    }
}
