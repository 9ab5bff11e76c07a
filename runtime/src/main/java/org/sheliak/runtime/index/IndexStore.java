package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Indexes and the orders of rows that they share, up to some number of bytes. The ones that have not answered for the
/// longest time give way to new ones. Safe for any number of threads.
///
/// @param <K> what an index is made of
final class IndexStore<K> {
    private final long maximumBytes;

    /// The one that answered last comes last.
    private List<Kept<K>> indexes = new ArrayList<>();

    private long questions;

    /// @param answered the number of the last question that the index has answered
    private record Kept<K>(K key, GroupIndex index, long answered) {}

    IndexStore(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /// An index whose key fits, to answer a question.
    synchronized Optional<GroupIndex> find(Predicate<K> fits) {
        questions++;
        Optional<Kept<K>> found =
                indexes.stream().filter(kept -> fits.test(kept.key)).findFirst();
        found.ifPresent(kept -> {
            indexes.remove(kept);
            indexes.add(new Kept<>(kept.key, kept.index, questions));
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
    synchronized List<K> keep(K key, GroupIndex index, long asked) {
        List<Kept<K>> kept = new ArrayList<>(indexes);
        kept.add(new Kept<>(key, index, questions));
        List<K> gone = new ArrayList<>();
        while (sizeBytes(kept) > maximumBytes) {
            Kept<K> oldest = kept.removeFirst();
            if (oldest.index == index || oldest.answered > asked) {
                return List.of();
            }
            gone.add(oldest.key);
        }
        indexes = kept;
        return gone;
    }

    /// Bytes that the indexes and their orders take.
    synchronized long sizeBytes() {
        return sizeBytes(indexes);
    }

    private static <K> long sizeBytes(List<Kept<K>> kept) {
        Set<RowOrder> orders = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.forEach(each -> orders.add(each.index.order()));
        return kept.stream().mapToLong(each -> each.index.sizeBytes()).sum()
                + orders.stream().mapToLong(RowOrder::sizeBytes).sum();
    }
}
