package org.sheliak.runtime.fusion;

import java.util.EnumSet;
import java.util.Set;
import org.sheliak.runtime.kernel.CellStatistics;
import org.sheliak.runtime.kernel.Statistic;
import org.sheliak.runtime.transform.aggregate.AggregateOp;

/// One output of an aggregate that a kernel can compute: an operation on a column of numbers.
///
/// @param field the name of the column
/// @param as the name of the output
/// @param isInOrder whether the kernel adds the numbers one by one in the order of the rows, as the aggregate itself
record GroupMeasure(AggregateOp op, String field, String as, boolean isInOrder) {
    private static final Set<AggregateOp> OPERATIONS = EnumSet.of(
            AggregateOp.VALID,
            AggregateOp.MISSING,
            AggregateOp.SUM,
            AggregateOp.MEAN,
            AggregateOp.AVERAGE,
            AggregateOp.VARIANCE,
            AggregateOp.VARIANCEP,
            AggregateOp.STDEV,
            AggregateOp.STDEVP,
            AggregateOp.STDERR,
            AggregateOp.MIN,
            AggregateOp.MAX);

    static boolean knows(AggregateOp op) {
        return OPERATIONS.contains(op);
    }

    /// A measure whose numbers are added in any order.
    GroupMeasure(AggregateOp op, String field, String as) {
        this(op, field, as, false);
    }

    /// The same with numbers added in the order of the rows.
    GroupMeasure inOrder() {
        return new GroupMeasure(op, field, as, true);
    }

    /// What the kernel is to keep for it; the counts of valid and missing numbers it keeps anyway.
    Set<Statistic> statistics() {
        return switch (op) {
            case SUM -> EnumSet.of(Statistic.SUM);
            case MEAN, AVERAGE -> EnumSet.of(isInOrder ? Statistic.MOMENTS : Statistic.SUM);
            case VARIANCE, VARIANCEP, STDEV, STDEVP, STDERR -> EnumSet.of(Statistic.MOMENTS);
            case MIN, MAX -> EnumSet.of(Statistic.EXTREMES);
            default -> EnumSet.noneOf(Statistic.class);
        };
    }

    /// Whether there are enough valid numbers in a cell; with too few, Vega's output is undefined.
    boolean isDefined(CellStatistics cells, int cell) {
        return switch (op) {
            case VALID, MISSING -> true;
            case VARIANCE, STDEV, STDERR -> cells.valid(cell) > 1;
            default -> cells.valid(cell) > 0;
        };
    }

    /// Whether the output may be other than Vega's: means and deviations that are updated number by number turn into
    /// NaN some numbers after an infinite one.
    boolean dependsOnOrder(CellStatistics cells, int cell) {
        return switch (op) {
            case VALID, MISSING, SUM, MIN, MAX -> false;
            default -> !isInOrder && isDefined(cells, cell) && !Double.isFinite(number(cells, cell));
        };
    }

    /// The output for a cell where it is defined.
    double number(CellStatistics cells, int cell) {
        double count = cells.valid(cell);
        return switch (op) {
            case VALID -> count;
            case MISSING -> cells.missing(cell);
            case SUM -> cells.sum(cell);
            case MEAN, AVERAGE -> isInOrder ? cells.mean(cell) : cells.sum(cell) / count;
            case VARIANCE -> cells.deviation(cell) / (count - 1);
            case VARIANCEP -> cells.deviation(cell) / count;
            case STDEV -> Math.sqrt(cells.deviation(cell) / (count - 1));
            case STDEVP -> Math.sqrt(cells.deviation(cell) / count);
            case STDERR -> Math.sqrt(cells.deviation(cell) / (count * (count - 1)));
            case MIN -> cells.minimum(cell);
            case MAX -> cells.maximum(cell);
            default -> throw new IllegalArgumentException(op.vegaName());
        };
    }
}
