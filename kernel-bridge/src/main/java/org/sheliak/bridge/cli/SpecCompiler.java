package org.sheliak.bridge.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.ChartSpec;
import org.sheliak.ChartSpec.Language;
import org.sheliak.bridge.vegalite.VegaLite;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// Makes Vega specs of texts, which may be Vega-Lite. For one thread.
final class SpecCompiler {
    private @Nullable VegaLite vegaLite;

    /// The Vega spec of a text.
    ///
    /// @throws SheliakException SPEC_INVALID, with the place where it is known
    VegaSpec compile(String text) {
        if (ChartSpec.parse(text).language() == Language.VEGA) {
            return new VegaSpec((JsonObject) JsonReader.read(text), "", List.of());
        }
        if (vegaLite == null) {
            vegaLite = new VegaLite();
        }
        VegaLite.Compiled compiled = vegaLite.compile(text);
        return new VegaSpec(compiled.spec(), vegaLite(), compiled.warnings());
    }

    /// What compiles Vega-Lite, for a person.
    static String vegaLite() {
        return "vega-lite " + VegaLite.version() + " in Rhino";
    }
}
