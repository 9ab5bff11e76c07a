package org.sheliak.planner.cases;

import java.util.List;
import java.util.stream.Stream;

/// All cases that both platforms run.
public final class Cases {
    private Cases() {}

    /// The cases, named `subject: condition`.
    public static List<Case> all() {
        return Stream.of(
                        NumberCases.all(),
                        JsonCases.all(),
                        ExpressionCases.all(),
                        ProtoWriterCases.all(),
                        FingerprintCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
