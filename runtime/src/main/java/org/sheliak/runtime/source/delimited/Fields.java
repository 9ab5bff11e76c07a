package org.sheliak.runtime.source.delimited;

import org.sheliak.runtime.table.Utf8Text;

/// The fields of one column in some rows, as parts of an array. A field that its line does not have is
/// empty.
///
/// @param bytes borrowed
/// @param starts index of the first byte of each
/// @param lengths bytes of each
/// @param count how many there are
/// @param isWellFormed whether the bytes are known to be
@SuppressWarnings("ArrayRecordComponent")
record Fields(byte[] bytes, int[] starts, int[] lengths, int count, boolean isWellFormed) {

    boolean isEmpty(int row) {
        return lengths[row] == 0;
    }

    String text(int row) {
        return Utf8Text.decode(bytes, starts[row], lengths[row], isWellFormed);
    }

    /// Whether a field reads as this text, which is ASCII.
    boolean is(int row, String text) {
        if (lengths[row] != text.length()) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            if (bytes[starts[row] + index] != text.charAt(index)) {
                return false;
            }
        }
        return true;
    }
}
