package org.sheliak.runtime.value;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A colour as d3-color makes it: an object of four channels whose text is a CSS colour.
public final class ColorValue extends AbstractMap<String, Object> {

    /// A colour space, and the names of its channels in the order of d3's constructor.
    public enum Space {
        RGB("r", "g", "b"),
        HSL("h", "s", "l"),
        LAB("l", "a", "b"),
        HCL("h", "c", "l");

        private final String first;
        private final String second;
        private final String third;

        Space(String first, String second, String third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }
    }

    private final Space space;
    private final double[] values;
    private final String css;

    /// @param values the three channels and the opacity; NaN where a channel has no value
    /// @param css the colour as text
    public ColorValue(Space space, double[] values, String css) {
        this.space = space;
        this.values = values.clone();
        this.css = css;
    }

    public Space space() {
        return space;
    }

    /// A channel by its place in the constructor; 3 is the opacity.
    public double channel(int index) {
        return values[index];
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(space.first, values[0]);
        members.put(space.second, values[1]);
        members.put(space.third, values[2]);
        members.put("opacity", values[3]);
        return members.entrySet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColorValue color && space == color.space && Arrays.equals(values, color.values);
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + Arrays.hashCode(values);
    }

    /// The CSS text, as d3's colours write themselves.
    @Override
    public String toString() {
        return css;
    }
}
