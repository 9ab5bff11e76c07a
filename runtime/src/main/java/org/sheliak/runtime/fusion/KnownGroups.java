package org.sheliak.runtime.fusion;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The groups of columns that are grouped by again and again, as codes of their rows.
/// To find the groups costs as much as one query, so only columns that come a second time are coded.
/// Safe for any number of threads.
final class KnownGroups {
    /// Most sets of columns that are remembered; the least recently used give way.
    private static final int MOST_KEYS = 64;

    /// The least recently used first.
    private final List<Key> keys = new ArrayList<>();

    /// One set of columns.
    private static final class Key {
        private final List<WeakReference<Object>> identities;
        private @Nullable CodedRows codes;
        private boolean isTooWide;

        Key(List<Column> columns) {
            identities = columns.stream()
                    .map(column -> new WeakReference<>(column.identity()))
                    .toList();
        }

        boolean isOf(List<Column> columns) {
            if (columns.size() != identities.size()) {
                return false;
            }
            for (int i = 0; i < columns.size(); i++) {
                if (!identities.get(i).refersTo(columns.get(i).identity())) {
                    return false;
                }
            }
            return true;
        }

        boolean isDead() {
            return identities.stream().anyMatch(identity -> identity.refersTo(null));
        }
    }

    /// The groups of the rows by the columns, as Vega's aggregate tells them apart. Empty for columns that come for the
    /// first time, and for more groups than codes.
    ///
    /// @param zone of the dates' texts
    Optional<CodedRows> of(List<Column> columns, int rowCount, TimeZoneRules zone) {
        Key key = key(columns);
        if (key == null) {
            return Optional.empty();
        }
        synchronized (key) {
            if (key.codes == null && !key.isTooWide) {
                Grouping grouping = Grouping.byName(columns, rowCount, zone);
                key.isTooWide = grouping.count() > CodedRows.MOST_SLOTS;
                key.codes = key.isTooWide ? null : coded(grouping);
            }
            return Optional.ofNullable(key.codes);
        }
    }

    /// What is remembered of the columns, or `null` when they come for the first time.
    private synchronized @Nullable Key key(List<Column> columns) {
        keys.removeIf(Key::isDead);
        for (Iterator<Key> known = keys.iterator(); known.hasNext(); ) {
            Key key = known.next();
            if (key.isOf(columns)) {
                known.remove();
                keys.add(key);
                return key;
            }
        }
        if (keys.size() == MOST_KEYS) {
            keys.removeFirst();
        }
        keys.add(new Key(columns));
        return null;
    }

    private static CodedRows coded(Grouping grouping) {
        int[] groups = grouping.groups();
        char[] codes = new char[groups.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (char) groups[row];
        }
        return new CodedRows(codes, Math.max(1, grouping.count()));
    }
}
