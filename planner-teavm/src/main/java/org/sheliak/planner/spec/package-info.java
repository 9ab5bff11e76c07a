/// Thin typed views of a Vega spec: they read the JSON tree and never copy it, so unknown keys survive.
@NullMarked
package org.sheliak.planner.spec;

import org.jspecify.annotations.NullMarked;
