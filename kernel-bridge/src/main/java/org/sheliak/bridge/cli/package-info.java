/// The command line.
@NullMarked
package org.sheliak.bridge.cli;

import org.jspecify.annotations.NullMarked;
