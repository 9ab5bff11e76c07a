package org.sheliak.bridge.kernel;

import java.util.Optional;
import org.sheliak.MimeBundle;

/// Turns values of some types into what a notebook shows.
@FunctionalInterface
public interface Renderer {
    /// Empty when the value is of no type that this renderer knows.
    Optional<MimeBundle> render(Object value);
}
