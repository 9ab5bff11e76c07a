package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sheliak.runtime.value.NumberText;

/// Texts in which the numbers change and the rest is that of the second text.
///
/// Source: d3-interpolate/src/string.js @ v3.0.
final class TextInterpolation {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.?\\d+)(?:[eE][-+]?\\d+)?");

    /// A piece of the text: what stays as it is, or a number that changes.
    private sealed interface Piece {
        record Constant(String text) implements Piece {}

        record Changing(double from, double to) implements Piece {}
    }

    private TextInterpolation() {}

    static Interpolator between(String first, String second) {
        List<Piece> pieces = pieces(first, second);
        return place -> {
            StringBuilder text = new StringBuilder();
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Constant(String constant) -> text.append(constant);
                    case Piece.Changing(double from, double to) ->
                        text.append(NumberText.toText(from * (1 - place) + to * place));
                }
            }
            return text.toString();
        };
    }

    private static List<Piece> pieces(String first, String second) {
        List<Piece> pieces = new ArrayList<>();
        Matcher before = NUMBER.matcher(first);
        Matcher after = NUMBER.matcher(second);
        int end = 0;
        while (before.find() && after.find()) {
            pieces.add(new Piece.Constant(second.substring(end, after.start())));
            pieces.add(
                    before.group().equals(after.group())
                            ? new Piece.Constant(after.group())
                            : new Piece.Changing(NumberText.parse(before.group()), NumberText.parse(after.group())));
            end = after.end();
        }
        pieces.add(new Piece.Constant(second.substring(end)));
        return pieces;
    }
}
