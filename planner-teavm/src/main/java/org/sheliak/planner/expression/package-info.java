/// The Vega expression language: syntax tree, parser, printer.
@NullMarked
package org.sheliak.planner.expression;

import org.jspecify.annotations.NullMarked;
