package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Indexes and the orders of rows that they share, up to some number of bytes. The ones that have not answered for the
/// longest time give way to new ones. Safe for any number of threads.
final class IndexStore {
    /// Of those that differ only in other filters: enough to set another brush and to clear it again.
    private static final int MOST_ALIKE = 3;

    private final long maximumBytes;

    /// The one that answered last comes last.
    private List<Kept> indexes = new ArrayList<>();

    private long questions;

    /// @param answered the number of the last question that the index has answered
    private record Kept(IndexKey key, GroupIndex index, long answered) {}

    IndexStore(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /// An index to answer a question.
    ///
    /// @param accepted what the filters of the query accept
    synchronized Optional<GroupIndex> find(QueryShape shape, Map<Object, Object> accepted) {
        questions++;
        Optional<Kept> found = indexes.stream()
                .filter(kept -> kept.key.answers(shape, accepted))
                .findFirst();
        found.ifPresent(kept -> {
            indexes.remove(kept);
            indexes.add(new Kept(kept.key, kept.index, questions));
        });
        return found.map(Kept::index);
    }

    /// The order of rows by some columns, when an index has it.
    synchronized Optional<RowOrder> order(List<Object> columns) {
        return indexes.stream()
                .map(kept -> kept.index.order())
                .filter(order -> order.columns().equals(columns))
                .findFirst();
    }

    /// How many questions there have been.
    synchronized long questions() {
        return questions;
    }

    /// Keeps an index, unless there is no room for it beside those that have answered since it was asked for: views of
    /// one brush do not take the room from each other in turn.
    ///
    /// @param asked how many questions there had been when the index was asked for
    /// @return the keys of those that gave way
    synchronized List<IndexKey> keep(IndexKey key, GroupIndex index, long asked) {
        List<Kept> kept = new ArrayList<>(indexes);
        List<Kept> alike = kept.stream().filter(each -> each.key.isLike(key)).toList();
        kept.removeAll(alike.subList(0, Math.max(0, alike.size() + 1 - MOST_ALIKE)));
        kept.add(new Kept(key, index, questions));
        while (sizeBytes(kept) > maximumBytes) {
            Kept oldest = kept.removeFirst();
            if (oldest.index == index || oldest.answered > asked) {
                return List.of();
            }
        }
        List<Kept> gone = new ArrayList<>(indexes);
        gone.removeAll(kept);
        indexes = kept;
        return gone.stream().map(Kept::key).toList();
    }

    /// Bytes that the indexes and their orders take.
    synchronized long sizeBytes() {
        return sizeBytes(indexes);
    }

    private static long sizeBytes(List<Kept> kept) {
        Set<RowOrder> orders = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.forEach(each -> orders.add(each.index.order()));
        return kept.stream().mapToLong(each -> each.index.sizeBytes()).sum()
                + orders.stream().mapToLong(RowOrder::sizeBytes).sum();
    }
}
