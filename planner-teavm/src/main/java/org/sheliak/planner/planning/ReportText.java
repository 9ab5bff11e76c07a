package org.sheliak.planner.planning;

import java.util.List;
import java.util.Locale;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Crossing;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.planning.Report.Kind;
import org.sheliak.planner.planning.Report.Place;

/// A report as lines for a person: one for each item, and below it what keeps it in the browser.
final class ReportText {
    private static final String INDENT = "    ";

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ReportText(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportText(report).write();
    }

    private String write() {
        int pointers = 0;
        int names = 0;
        for (Item item : report.items()) {
            pointers = Math.max(pointers, item.pointer().length());
            names = Math.max(names, title(item).length());
        }
        for (Item item : report.items()) {
            column(item.pointer(), pointers);
            column(title(item), names);
            line(place(item.place()));
            if (item.cause() instanceof Cause(String pointer, String reason)) {
                line(INDENT + (pointer.equals(item.pointer()) ? "" : pointer + ": ") + reason);
            }
        }
        crossings(Place.CLIENT, "The kernel sends to the browser:");
        crossings(Place.SERVER, "The browser sends to the kernel:");
        return text.toString();
    }

    private void crossings(Place to, String title) {
        boolean isFirst = true;
        for (Crossing crossing : report.crossings()) {
            if (crossing.to() == to) {
                if (isFirst) {
                    line("");
                    line(title);
                    isFirst = false;
                }
                line(crossing.name() + ": " + crossing.rows().name().toLowerCase(Locale.ROOT) + " rows, "
                        + columns(crossing));
                line(INDENT + crossing.pointer() + ": " + crossing.reason());
            }
        }
    }

    private static String columns(Crossing crossing) {
        List<String> columns = crossing.columns();
        if (columns == null) {
            return "all columns";
        }
        return columns.isEmpty() ? "no columns" : "columns " + String.join(", ", columns);
    }

    private static String title(Item item) {
        return (item.kind() == Kind.DATA ? "data set" : item.kind().name().toLowerCase(Locale.ROOT)) + " "
                + item.name();
    }

    private static String place(Place place) {
        return switch (place) {
            case SERVER -> "kernel";
            case CLIENT -> "browser";
            case BOTH -> "kernel and browser";
        };
    }

    private void column(String cell, int width) {
        text.append(cell).append(" ".repeat(width - cell.length() + 2));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
