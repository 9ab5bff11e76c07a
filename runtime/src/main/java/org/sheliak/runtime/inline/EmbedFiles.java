package org.sheliak.runtime.inline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.source.DataLocations;

/// Puts the files that the browser would load into the spec, as they are: `values` take the place of `url`.
/// Addresses on the network stay.
///
/// Source: vega-loader/src/read.js @ v6.4.0 reads `values` as it reads the text of a file.
final class EmbedFiles {
    private static final Pattern NETWORK = Pattern.compile("(https?:)?//", Pattern.CASE_INSENSITIVE);

    private final DataLocations locations;
    private final Unembedded unembedded;

    /// Is told of data that the browser still loads.
    interface Unembedded {
        /// Called once for each such data set.
        ///
        /// @param reason a sentence
        void tell(Variable data, String reason);
    }

    EmbedFiles(DataLocations locations, Unembedded unembedded) {
        this.locations = locations;
        this.unembedded = unembedded;
    }

    JsonObject apply(JsonObject spec) {
        return ScopeRewriter.rewrite(spec, this::rewrite);
    }

    private JsonObject rewrite(ScopeSpec scope) {
        List<JsonValue> entries = new ArrayList<>();
        boolean isLoaded = false;
        for (JsonValue entry : Members.elements(scope.json(), "data")) {
            boolean isFile = entry instanceof JsonObject object && object.get("url") != null;
            isLoaded |= isFile;
            entries.add(isFile ? embedded((JsonObject) entry, scope) : entry);
        }
        return isLoaded ? scope.json().with("data", new JsonArray(entries)) : scope.json();
    }

    private JsonObject embedded(JsonObject json, ScopeSpec scope) {
        DataSpec data = new DataSpec(json, "");
        Variable variable = new Variable(Namespace.DATA, data.name(), scope.path());
        if (!(data.url() instanceof JsonString(String address))) {
            unembedded.tell(variable, "the browser loads it from an address that only the browser knows");
            return json;
        }
        if (NETWORK.matcher(address).lookingAt()) {
            unembedded.tell(variable, "the browser loads it from " + address);
            return json;
        }
        try {
            return json.without("url").without("async").with("values", content(address, data.format()));
        } catch (SheliakException unreadable) {
            unembedded.tell(variable, "the browser has to load " + address + ": " + unreadable.detail());
            return json;
        }
    }

    private JsonValue content(String address, @Nullable JsonObject format) {
        String type = format == null ? null : Members.text(format, "type");
        try {
            String text = Files.readString(locations.find(address).path());
            boolean isJson = type == null || type.equals("json") || type.equals("topojson");
            return isJson ? JsonReader.read(text) : new JsonString(text);
        } catch (IOException unreadable) {
            throw new SheliakException(
                    ErrorCode.DATA_SOURCE,
                    SourceLocation.UNKNOWN,
                    "it cannot be read as text: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
