package org.sheliak.runtime.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The arcs of an object as lines, each arc once, joined where one ends and another begins.
///
/// Source: topojson-client/src/mesh.js, stitch.js @ v3.1.0.
final class TopoJsonMesh {
    private final List<?> arcs;
    /// Whether positions are steps, as they are in a topology with a transform.
    private final boolean isQuantized;
    private final Map<String, Fragment> byStart = new LinkedHashMap<>();
    private final Map<String, Fragment> byEnd = new LinkedHashMap<>();

    TopoJsonMesh(List<?> arcs, boolean isQuantized) {
        this.arcs = arcs;
        this.isQuantized = isQuantized;
    }

    /// A line of several arcs, with the positions of its ends as text.
    private static final class Fragment {
        private final List<Integer> indices = new ArrayList<>();
        private String start;
        private String end;

        Fragment(String start, String end) {
            this.start = start;
            this.end = end;
        }
    }

    /// One use of an arc by a geometry.
    private record Use(int index, Object geometry) {}

    /// An object of the topology: the lines of all arcs (no filter), of those between two geometries (`interior`), or
    /// of those that only one has (`exterior`).
    Map<String, Object> mesh(@Nullable Object object, @Nullable String filter) {
        Map<Integer, List<Use>> uses = new TreeMap<>();
        collect(object, uses);
        List<Integer> chosen = new ArrayList<>();
        for (List<Use> of : uses.values()) {
            @SuppressWarnings("ReferenceEquality")
            boolean isShared = of.getFirst().geometry() != of.getLast().geometry();
            if (isWanted(isShared, filter)) {
                chosen.add(of.getFirst().index());
            }
        }
        Map<String, Object> mesh = new LinkedHashMap<>();
        mesh.put("type", "MultiLineString");
        mesh.put("arcs", stitched(chosen));
        return mesh;
    }

    private static boolean isWanted(boolean isShared, @Nullable String filter) {
        return switch (filter) {
            case "interior" -> isShared;
            case "exterior" -> !isShared;
            case null, default -> true;
        };
    }

    private void collect(@Nullable Object geometry, Map<Integer, List<Use>> uses) {
        if (TopoJson.isCollection(geometry)) {
            TopoJson.list(Members.get(geometry, "geometries")).forEach(member -> collect(member, uses));
        } else if (geometry != null) {
            collectArcs(Members.get(geometry, "arcs"), geometry, uses);
        }
    }

    private static void collectArcs(@Nullable Object arcs, Object geometry, Map<Integer, List<Use>> uses) {
        if (arcs instanceof List<?> list) {
            list.forEach(arc -> collectArcs(arc, geometry, uses));
        } else if (arcs instanceof Double number) {
            int index = number.intValue();
            uses.computeIfAbsent(index < 0 ? ~index : index, _ -> new ArrayList<>())
                    .add(new Use(index, geometry));
        }
    }

    private List<List<Double>> stitched(List<Integer> indices) {
        emptyFirst(indices);
        indices.forEach(this::join);
        List<Fragment> fragments = new ArrayList<>();
        Set<Integer> stitched = new HashSet<>();
        take(byEnd.values(), fragments, stitched);
        byEnd.values().forEach(fragment -> byStart.remove(fragment.start));
        take(byStart.values(), fragments, stitched);
        List<List<Double>> lines = new ArrayList<>();
        fragments.forEach(fragment -> lines.add(numbers(fragment.indices)));
        for (int index : indices) {
            if (!stitched.contains(index < 0 ? ~index : index)) {
                lines.add(numbers(List.of(index)));
            }
        }
        return lines;
    }

    private static List<Double> numbers(List<Integer> indices) {
        return indices.stream().map(Integer::doubleValue).toList();
    }

    /// Arcs without extent go first, for others may take them up.
    private void emptyFirst(List<Integer> indices) {
        int empty = -1;
        for (int i = 0; i < indices.size(); i++) {
            List<?> arc = arc(indices.get(i));
            if (arc.size() < 3 && isZero(arc.get(1), 0) && isZero(arc.get(1), 1)) {
                int other = indices.get(++empty);
                indices.set(empty, indices.get(i));
                indices.set(i, other);
            }
        }
    }

    private static boolean isZero(@Nullable Object position, int index) {
        return !Coercion.toBoolean(Members.get(position, index));
    }

    private List<?> arc(int index) {
        return TopoJson.list(arcs.get(index < 0 ? ~index : index));
    }

    private void join(int index) {
        String start = start(index);
        String end = end(index);
        Fragment before = byEnd.get(start);
        Fragment after = before == null ? byStart.get(end) : null;
        if (before != null) {
            byEnd.remove(before.end);
            before.indices.add(index);
            before.end = end;
            putJoined(before, byStart.remove(end));
        } else if (after != null) {
            byStart.remove(after.start);
            after.indices.addFirst(index);
            after.start = start;
            putJoined(byEnd.remove(start), after);
        } else {
            Fragment single = new Fragment(start, end);
            single.indices.add(index);
            put(single);
        }
    }

    /// Enters two fragments as one; one of them may be missing, and both may be the same, which is a closed line.
    private void putJoined(@Nullable Fragment first, @Nullable Fragment second) {
        if (first == null || second == null) {
            put(first == null ? Objects.requireNonNull(second) : first);
            return;
        }
        if (first == second) {
            put(first);
            return;
        }
        Fragment both = new Fragment(first.start, second.end);
        both.indices.addAll(first.indices);
        both.indices.addAll(second.indices);
        put(both);
    }

    private void put(Fragment fragment) {
        byStart.put(fragment.start, fragment);
        byEnd.put(fragment.end, fragment);
    }

    private static void take(Collection<Fragment> from, List<Fragment> fragments, Set<Integer> stitched) {
        for (Fragment fragment : from) {
            fragment.indices.forEach(index -> stitched.add(index < 0 ? ~index : index));
            fragments.add(fragment);
        }
    }

    private String start(int index) {
        return index < 0 ? last(arc(index)) : first(arc(index));
    }

    private String end(int index) {
        return index < 0 ? first(arc(index)) : last(arc(index));
    }

    private static String first(List<?> arc) {
        return text(arc.getFirst());
    }

    /// The last position; with a transform it is the sum of all steps.
    private String last(List<?> arc) {
        if (!isQuantized) {
            return text(arc.getLast());
        }
        double x = 0;
        double y = 0;
        for (Object step : arc) {
            x += Coercion.toNumber(Members.get(step, 0));
            y += Coercion.toNumber(Members.get(step, 1));
        }
        return text(List.of(x, y));
    }

    private static String text(@Nullable Object position) {
        return Coercion.toText(position, TimeZoneRules.UTC);
    }
}
