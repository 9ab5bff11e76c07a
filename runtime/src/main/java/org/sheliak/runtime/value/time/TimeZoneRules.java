package org.sheliak.runtime.value.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The offsets of a time zone from UTC, as sorted arrays, so that a lookup is a binary search and a cursor over a
/// column of dates is mostly a range check. Milliseconds throughout. Thread-safe.
///
/// A local time that occurs twice means the first, and one that is skipped is read with the offset before the gap,
/// as ECMA-262 (21.4.1.26) asks.
public final class TimeZoneRules {
    private static final int LAST_LISTED_YEAR = 2437;
    private static final long MILLIS_PER_DAY = 86_400_000L;
    /// After so many days the Gregorian calendar, weekdays included, repeats itself.
    private static final long CYCLE_MILLIS = 146_097L * MILLIS_PER_DAY;

    private static final long LISTED_END = LocalDateTime.of(LAST_LISTED_YEAR + 1, 1, 1, 0, 0)
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();

    /// Universal time.
    public static final TimeZoneRules UTC = new TimeZoneRules(ZoneOffset.UTC);

    private final ZoneId zone;
    private volatile @Nullable Offsets offsets;

    /// The offsets of a zone over time; listed when they are first asked for.
    ///
    /// @param utcStarts instant of each change of offset
    /// @param localStarts first local time that is read with the new offset, for each change
    /// @param millis the offset before all changes, then the one after each
    @SuppressWarnings("ArrayRecordComponent")
    private record Offsets(long[] utcStarts, long[] localStarts, long[] millis) {
        static Offsets of(ZoneRules rules) {
            List<ZoneOffsetTransition> transitions = transitions(rules);
            int count = transitions.size();
            Offsets offsets = new Offsets(new long[count], new long[count], new long[count + 1]);
            offsets.millis[0] = TimeZoneRules.millis(rules.getOffset(Instant.MIN));
            for (int i = 0; i < count; i++) {
                long before = TimeZoneRules.millis(transitions.get(i).getOffsetBefore());
                long after = TimeZoneRules.millis(transitions.get(i).getOffsetAfter());
                offsets.utcStarts[i] = transitions.get(i).toEpochSecond() * 1000;
                offsets.localStarts[i] = offsets.utcStarts[i] + Math.max(before, after);
                offsets.millis[i + 1] = after;
            }
            return offsets;
        }
    }

    private TimeZoneRules(ZoneId zone) {
        this.zone = zone;
    }

    /// The rules of a zone such as `Europe/Berlin`.
    public static TimeZoneRules of(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? UTC : new TimeZoneRules(zone);
    }

    private Offsets offsets() {
        Offsets listed = offsets;
        if (listed == null) {
            listed = Offsets.of(zone.getRules());
            offsets = listed;
        }
        return listed;
    }

    private static List<ZoneOffsetTransition> transitions(ZoneRules rules) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>(rules.getTransitions());
        if (!rules.getTransitionRules().isEmpty()) {
            int year = transitions.isEmpty()
                    ? 1970
                    : transitions.getLast().getDateTimeBefore().getYear() + 1;
            for (; year <= LAST_LISTED_YEAR; year++) {
                for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
                    transitions.add(rule.createTransition(year));
                }
            }
        }
        return transitions;
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1000L;
    }

    public ZoneId zone() {
        return zone;
    }

    /// Whether the offset is always zero.
    public boolean isUtc() {
        return offsets().utcStarts.length == 0 && offsets().millis[0] == 0;
    }

    /// Local time minus UTC at an instant.
    public long offsetAt(long utcMillis) {
        Offsets all = offsets();
        return all.millis[index(all.utcStarts, listed(utcMillis))];
    }

    /// The instant of a local time.
    public long toUtc(long localMillis) {
        Offsets all = offsets();
        return localMillis - all.millis[index(all.localStarts, listed(localMillis))];
    }

    /// A lookup for many instants, each near to the one before. Not thread-safe.
    public OffsetCursor utcCursor() {
        return new OffsetCursor(offsets().utcStarts, offsets().millis);
    }

    /// A lookup for many local times, each near to the one before. Not thread-safe.
    public OffsetCursor localCursor() {
        return new OffsetCursor(offsets().localStarts, offsets().millis);
    }

    /// An equivalent time within the listed years.
    static long listed(long millis) {
        return millis < LISTED_END ? millis : millis - ((millis - LISTED_END) / CYCLE_MILLIS + 1) * CYCLE_MILLIS;
    }

    /// End of the years whose changes are listed.
    static long listedEnd() {
        return LISTED_END;
    }

    static int index(long[] starts, long millis) {
        int found = Arrays.binarySearch(starts, millis);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public String toString() {
        return zone.toString();
    }
}
