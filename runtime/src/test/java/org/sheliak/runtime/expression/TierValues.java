package org.sheliak.runtime.expression;

/// How many values of an expression each tier has evaluated.
record TierValues(int byRow, int columnar) {}
