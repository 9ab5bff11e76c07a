package org.sheliak;

/// Something that knows how a notebook should show it.
@FunctionalInterface
public interface Displayable {
    /// The forms to show; has `text/plain` for frontends that know no other.
    MimeBundle toMimeBundle();
}
