/// The accelerator that the runtime finds: which queries it takes, what stays on the device, when it steps back.
@NullMarked
package org.sheliak.aparapi;

import org.jspecify.annotations.NullMarked;
