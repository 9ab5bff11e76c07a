package org.sheliak;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing in several forms; the notebook shows the richest that it knows.
///
/// @param data by MIME type: text, or a JSON-like value (maps, lists, numbers) for JSON types
public record MimeBundle(Map<String, Object> data) {
    public MimeBundle {
        data = Map.copyOf(data);
    }

    public static MimeBundle of(String mimeType, Object content) {
        return new MimeBundle(Map.of(mimeType, content));
    }

    public static MimeBundle text(String text) {
        return of("text/plain", text);
    }

    /// The same thing with one more form.
    public MimeBundle with(String mimeType, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more);
    }
}
