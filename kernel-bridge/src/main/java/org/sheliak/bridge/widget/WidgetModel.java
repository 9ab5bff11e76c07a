package org.sheliak.bridge.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The kernel's half of a widget.
interface WidgetModel {
    /// The whole state, as the frontend gets it when it opens or restores the widget. A copy.
    ObjectNode state();
}
