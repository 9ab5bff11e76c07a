/// A kernel without Jupyter, for the comparison with Vega in `tools/conformance`.
package org.sheliak.runtime.conformance;
