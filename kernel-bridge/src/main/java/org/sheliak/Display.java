package org.sheliak;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows values in the notebook. Every cell can call [#display(Object)] without an import.
public final class Display {
    private static volatile Consumer<@Nullable Object> notebook = value -> {
        throw new IllegalStateException("display works in a notebook of the kernel Java (Sheliak) only");
    };

    private Display() {}

    /// Shows a value below the cell: a chart, a table, an image, a [Displayable], or any object as text.
    public static void display(@Nullable Object value) {
        notebook.accept(value);
    }

    /// Shows one thing given by MIME type, such as `Map.of("text/html", "<b>bold</b>")`.
    public static void display(Map<String, ?> mimeBundle) {
        notebook.accept(new MimeBundle(Map.copyOf(mimeBundle)));
    }

    /// Called by the kernel: where values are shown from now on.
    public static void connect(Consumer<@Nullable Object> output) {
        notebook = output;
    }
}
