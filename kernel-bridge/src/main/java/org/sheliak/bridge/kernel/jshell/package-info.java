/// Java cells, compiled by JShell and run in this JVM.
@NullMarked
package org.sheliak.bridge.kernel.jshell;

import org.jspecify.annotations.NullMarked;
