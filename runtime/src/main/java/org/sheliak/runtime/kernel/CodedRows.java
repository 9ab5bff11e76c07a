package org.sheliak.runtime.kernel;

/// Rows whose slots are known: a code for each row, such as the number of its group. Two coded rows are equal only when
/// they are the same object, for which an accelerator may keep a copy.
public final class CodedRows implements Dimension {
    /// Most slots that codes can tell apart.
    public static final int MOST_SLOTS = Character.MAX_VALUE + 1;

    private final char[] codes;
    private final int slots;
    private final Object identity = new Object();

    /// @param codes the slot of each row, less than `slots`; not changed any more
    public CodedRows(char[] codes, int slots) {
        this.codes = codes;
        this.slots = slots;
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    /// Stands for these codes; holds none of them.
    public Object identity() {
        return identity;
    }

    /// Reads the slots of the rows `from` to `from + count` into `target`, from its start.
    void load(int from, int count, int[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = codes[from + i];
        }
    }

    /// The same rows with other slots.
    ///
    /// @param slotOf the new slot of each slot
    public CodedRows renumbered(int[] slotOf, int slotCount) {
        char[] renumbered = new char[codes.length];
        for (int row = 0; row < codes.length; row++) {
            renumbered[row] = (char) slotOf[codes[row]];
        }
        return new CodedRows(renumbered, slotCount);
    }

    /// The slot of a row.
    public int slot(int row) {
        return codes[row];
    }
}
