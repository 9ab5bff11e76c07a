package org.sheliak.runtime.transform.window;

/// Window functions of the rows' order alone. Without a sort every row has its own rank.
///
/// Source: vega-transforms/src/util/WindowOps.js @ v6.4.0.
final class RankFunctions {
    private RankFunctions() {}

    static WindowFunction.Ranking rowNumber() {
        return rows -> rows.index() + 1.0;
    }

    /// The rank of the first peer, from 1.
    static final class Rank implements WindowFunction.Ranking {
        private double rank = 1;

        @Override
        public void begin() {
            rank = 1;
        }

        @Override
        public double next(WindowRows rows) {
            int index = rows.index();
            if (index > 0 && !rows.arePeers(index - 1, index)) {
                rank = index + 1;
            }
            return rank;
        }
    }

    /// The rank among distinct ranks, from 1.
    static final class DenseRank implements WindowFunction.Ranking {
        private double rank = 1;

        @Override
        public void begin() {
            rank = 1;
        }

        @Override
        public double next(WindowRows rows) {
            int index = rows.index();
            if (index > 0 && !rows.arePeers(index - 1, index)) {
                rank++;
            }
            return rank;
        }
    }

    /// The rank from 0 to 1; NaN in a group of one row.
    static final class PercentRank implements WindowFunction.Ranking {
        private final Rank rank = new Rank();

        @Override
        public void begin() {
            rank.begin();
        }

        @Override
        public double next(WindowRows rows) {
            return (rank.next(rows) - 1) / (rows.count() - 1);
        }
    }

    /// The share of rows up to the last peer. The first row never counts its peers, as in Vega.
    static final class CumulativeDistribution implements WindowFunction.Ranking {
        private int last;

        @Override
        public void begin() {
            last = 0;
        }

        @Override
        public double next(WindowRows rows) {
            int index = rows.index();
            if (last < index) {
                while (index + 1 < rows.count() && rows.arePeers(index, index + 1)) {
                    index++;
                }
                last = index;
            }
            return (1.0 + last) / rows.count();
        }
    }

    /// The rank in so many parts, from 1.
    static final class Ntile implements WindowFunction.Ranking {
        private final double parts;
        private final CumulativeDistribution distribution = new CumulativeDistribution();

        Ntile(double parts) {
            this.parts = parts;
        }

        @Override
        public void begin() {
            distribution.begin();
        }

        @Override
        public double next(WindowRows rows) {
            return Math.ceil(parts * distribution.next(rows));
        }
    }
}
