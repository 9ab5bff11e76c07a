package org.sheliak;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;

/// Why a text is not JSON, with the place as a person counts: lines and columns begin at 1.
record JsonFault(String text, int line, int column, String reason) {
    private static final Pattern PLACED = Pattern.compile("JSON, line (\\d+), column (\\d+): (.*)", Pattern.DOTALL);

    /// How much of a line is shown before and behind the place; a spec may be one line.
    private static final int AROUND = 60;

    /// The fault as the planner's reader says it. It takes members of the same name, which only Jackson refuses.
    static JsonFault of(String text, JsonProcessingException refused) {
        try {
            JsonReader.read(text);
        } catch (SheliakException fault) {
            Matcher placed = PLACED.matcher(fault.detail());
            if (placed.matches()) {
                return new JsonFault(
                        text, Integer.parseInt(placed.group(1)), Integer.parseInt(placed.group(2)), placed.group(3));
            }
        }
        JsonLocation place = refused.getLocation();
        return new JsonFault(text, place.getLineNr(), place.getColumnNr(), refused.getOriginalMessage());
    }

    /// A sentence, the line, and a mark below the place.
    @Override
    public String toString() {
        String code = text.lines().skip(line - 1L).findFirst().orElse("");
        int place = Math.clamp(column - 1, 0, code.length());
        int start = Math.max(0, place - AROUND);
        String shown = code.substring(start, Math.min(code.length(), place + AROUND));
        return "line " + line + ", column " + column + ": " + reason + "\n" + shown + "\n" + " ".repeat(place - start)
                + "^";
    }
}
