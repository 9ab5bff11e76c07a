package org.sheliak.planner.cases;

import java.util.List;
import org.sheliak.planner.js.JsNumbers;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.json.Numbers;
import org.teavm.jso.JSExport;

/// The exports of `planner-cases.js`.
public final class CasesJs {
    private static final List<Case> CASES = Cases.all();

    static {
        Numbers.install(new JsNumbers());
    }

    private CasesJs() {}

    /// The names of the cases.
    @JSExport
    public static String[] names() {
        return CASES.stream().map(Case::name).toArray(String[]::new);
    }

    /// Runs a case, which throws when it fails.
    @JSExport
    public static void run(int index) {
        CASES.get(index).body().run();
    }

    /// The names of the golden files.
    @JSExport
    public static String[] goldens() {
        return GoldenFunctions.all().keySet().toArray(String[]::new);
    }

    /// What the planner answers to one input of a golden file, both as JSON text.
    @JSExport
    public static String answer(String golden, String input) {
        return JsonWriter.write(GoldenFunctions.all().get(golden).apply(JsonReader.read(input)));
    }
}
