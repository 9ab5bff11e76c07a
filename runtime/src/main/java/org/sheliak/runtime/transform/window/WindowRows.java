package org.sheliak.runtime.transform.window;

import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The sorted rows of one group, the row in turn and the frame around it.
///
/// Source: vega-transforms/src/Window.js @ v6.4.0.
public final class WindowRows {
    private final int[] rows;
    private final PositionOrder order;
    private int index;
    private int start;
    private int end;
    private int previousStart;
    private int previousEnd;

    /// Tells whether the rows at two positions are peers: 0 when they stand at the same place of the sort order.
    @FunctionalInterface
    public interface PositionOrder {
        int compare(int left, int right);
    }

    /// @param rows the rows of the group in their order; not copied
    public WindowRows(int[] rows, PositionOrder order) {
        this.rows = rows;
        this.order = order;
    }

    public int count() {
        return rows.length;
    }

    /// Position of the row in turn.
    public int index() {
        return index;
    }

    /// First position of the frame.
    public int start() {
        return start;
    }

    /// Position after the frame.
    public int end() {
        return end;
    }

    /// [#start] of the row before.
    public int previousStart() {
        return previousStart;
    }

    /// [#end] of the row before.
    public int previousEnd() {
        return previousEnd;
    }

    /// The row at a position.
    ///
    /// @throws SheliakException SPEC_INVALID when the position lies outside of the group; Vega fails too
    public int row(int position) {
        requirePosition(position);
        return rows[position];
    }

    private void requirePosition(int position) {
        if (position < 0 || position >= rows.length) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "the frame lies outside of its group of " + rows.length + " rows at row " + (index + 1));
        }
    }

    /// Whether the rows at two positions stand at the same place of the sort order.
    boolean arePeers(int left, int right) {
        requirePosition(left);
        requirePosition(right);
        return order.compare(left, right) == 0;
    }

    /// Goes to a position.
    ///
    /// @param frame what lies in the frame
    /// @param withPeers whether the frame is widened by the peers of its first and last row
    public void moveTo(int position, WindowFrame frame, boolean withPeers) {
        previousStart = start;
        previousEnd = end;
        index = position;
        start = frame.start(position, rows.length);
        end = frame.end(position, rows.length);
        if (withPeers) {
            widen();
        }
    }

    private void widen() {
        int first = start;
        int last = end - 1;
        if (first > 0 && arePeers(first, first - 1)) {
            start = firstPeer(first);
        }
        if (last < rows.length - 1 && arePeers(last, last + 1)) {
            end = afterPeers(last);
        }
    }

    private int firstPeer(int position) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(middle, position) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int afterPeers(int position) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(middle, position) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
