package org.sheliak.runtime.ipc;

import java.util.Arrays;
import java.util.Optional;
import org.sheliak.runtime.table.DenseCodes;
import org.sheliak.runtime.table.NumberColumn;

/// Numbers of which few are different, such as bins, by codes of a byte: an eighth of their size.
///
/// Numbers are the same when their bits are, so -0 and the NaNs stay what they are.
///
/// @param codes for each row its number's place among the different ones, to be read without sign; any for a null
/// @param numbers the different ones
@SuppressWarnings("ArrayRecordComponent")
record NumberCodes(byte[] codes, double[] numbers) {
    private static final int MOST_CODES = 256;

    /// With fewer rows there is less to spare than a dictionary takes.
    private static final int LEAST_ROWS = 1024;

    private static final int BATCH = 1024;

    /// The codes of a column; empty where there are too many, or they would spare too little.
    static Optional<NumberCodes> of(NumberColumn column) {
        if (column.length() < LEAST_ROWS) {
            return Optional.empty();
        }
        byte[] codes = new byte[column.length()];
        double[] numbers = new double[MOST_CODES];
        double[] batch = new double[BATCH];
        DenseCodes known = new DenseCodes();
        for (int from = 0; from < codes.length; from += BATCH) {
            int count = Math.min(BATCH, codes.length - from);
            column.load(from, count, batch);
            for (int i = 0; i < count; i++) {
                int code = known.code(Double.doubleToRawLongBits(batch[i]));
                if (code == MOST_CODES) {
                    return Optional.empty();
                }
                codes[from + i] = (byte) code;
                numbers[code] = batch[i];
            }
        }
        return Optional.of(new NumberCodes(codes, Arrays.copyOf(numbers, known.size())));
    }
}
