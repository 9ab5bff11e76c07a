package org.sheliak.bridge.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sheliak.MimeBundle;
import org.sheliak.bridge.protocol.IopubContent;
import org.sheliak.bridge.protocol.ShellReply.LanguageInfo;

/// The language behind the kernel. Positions in code are counted in `char`s.
public interface KernelBackend {
    LanguageInfo languageInfo();

    /// Makes ready to run cells; called once, on the thread that will run them all.
    void start();

    /// Runs a cell. Cells are run one at a time, on one thread.
    ///
    /// @param executionCount the number that the cell gets
    CellResult execute(String code, int executionCount);

    /// Proposes what may stand before the cursor; may be called while a cell runs.
    Completion complete(String code, int cursor);

    /// What is known about the name at the cursor; may be called while a cell runs.
    Optional<String> inspect(String code, int cursor);

    /// Whether the code can be run as it is; may be called while a cell runs.
    Completeness isComplete(String code);

    /// Ends the running cell as soon as the language allows; returns at once.
    void interrupt();

    /// Frees what the language holds; nothing is called after it.
    void shutdown();

    /// How a cell ended.
    sealed interface CellResult {}

    /// The cell ran to its end.
    ///
    /// @param value what the last expression of the cell shows; null when there is nothing to show
    record Success(@Nullable MimeBundle value) implements CellResult {}

    record Failure(IopubContent.CellError error) implements CellResult {}

    /// Proposals for the code before a cursor.
    ///
    /// @param matches each may replace the code from `start` to `end`
    record Completion(List<String> matches, int start, int end) {}

    /// Whether code is a whole.
    enum Completeness {
        COMPLETE,
        INCOMPLETE,
        INVALID
    }
}
