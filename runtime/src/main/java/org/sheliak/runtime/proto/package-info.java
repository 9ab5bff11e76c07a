/// The wire contract: classes generated from the `.proto` files, and converters between them and the planner's records.
@NullMarked
package org.sheliak.runtime.proto;

import org.jspecify.annotations.NullMarked;
