package org.sheliak.runtime.value;

/// JavaScript's `undefined`: what a missing field has, and not the same as `null`.
public enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "undefined";
    }
}
