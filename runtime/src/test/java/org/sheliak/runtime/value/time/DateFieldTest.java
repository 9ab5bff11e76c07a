package org.sheliak.runtime.value.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The components of many times at once against `java.time`.
class DateFieldTest {
    private static final int TIMES = 20_000;
    private static final long[] UNITS = {1, 1000, 60_000, 3_600_000, 86_400_000, 7 * 86_400_000};

    @ParameterizedTest
    @EnumSource
    void ofAll_timesNearAndFar_areThoseOfJavaTime(DateField field) {
        double[] times = new double[TIMES];
        Random random = new Random(42);
        for (int i = 0; i < TIMES; i++) {
            long time = random.nextLong() >> (15 + i % 20);
            long unit = UNITS[i % UNITS.length];
            times[i] = Math.floorDiv(time, unit) * unit - (i / UNITS.length) % 2;
            assertThat(DateField.isNear(times[i])).isTrue();
        }
        double[] components = times.clone();
        field.ofAll(components, TIMES);
        for (int i = 0; i < TIMES; i++) {
            assertThat(components[i]).as("%s of %s", field, times[i]).isEqualTo(component(field, (long) times[i]));
        }
    }

    private static double component(DateField field, long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        return switch (field) {
            case YEAR -> time.getYear();
            case MONTH -> time.getMonthValue() - 1;
            case DATE -> time.getDayOfMonth();
            case DAY -> time.getDayOfWeek().getValue() % 7;
            case HOURS -> time.getHour();
            case MINUTES -> time.getMinute();
            case SECONDS -> time.getSecond();
            case MILLISECONDS -> time.get(ChronoField.MILLI_OF_SECOND);
        };
    }
}
