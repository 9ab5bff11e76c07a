package org.sheliak.runtime.expression.function;

/// The standard normal distribution by the approximations that Vega uses.
///
/// [1] G. West, "Better Approximations to Cumulative Normal Functions", Wilmott, 2009.
/// [2] M. Giles, "Approximating the erfinv function", GPU Computing Gems, volume 2, 2010.
///
/// Source: vega-statistics/src/normal.js @ v6.4.0.
public final class NormalDistribution {
    private static final double[] NUMERATOR = {
        0.0352624965998911,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] DENOMINATOR = {
        0.0883883476483184,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };
    private static final double[] CENTRAL = {
        -3.64441206401782e-21,
        -1.6850591381820166e-19,
        1.28584807152564e-18,
        1.1157877678025181e-17,
        -1.333171662854621e-16,
        2.0972767875968562e-17,
        6.637638134358324e-15,
        -4.054566272975207e-14,
        -8.151934197605472e-14,
        2.6335093153082323e-12,
        -1.2975133253453532e-11,
        -5.415412054294628e-11,
        1.0512122733215323e-09,
        -4.112633980346984e-09,
        -2.9070369957882005e-08,
        4.2347877827932404e-07,
        -1.3654692000834679e-06,
        -1.3882523362786469e-05,
        0.00018673420803405714,
        -0.000740702534166267,
        -0.006033670871430149,
        0.24015818242558962,
        1.6536545626831027
    };
    private static final double[] MIDDLE = {
        2.2137376921775787e-09,
        9.075656193888539e-08,
        -2.7517406297064545e-07,
        1.8239629214389228e-08,
        1.5027403968909828e-06,
        -4.013867526981546e-06,
        2.9234449089955446e-06,
        1.2475304481671779e-05,
        -4.7318229009055734e-05,
        6.828485145957318e-05,
        2.4031110387097894e-05,
        -0.0003550375203628475,
        0.0009532893797373805,
        -0.0016882755560235047,
        0.002491442096107851,
        -0.003751208507569241,
        0.005370914553590064,
        1.0052589676941592,
        3.0838856104922208
    };
    private static final double[] TAIL = {
        -2.7109920616438573e-11,
        -2.555641816996525e-10,
        1.5076572693500548e-09,
        -3.789465440126737e-09,
        7.61570120807834e-09,
        -1.496002662714924e-08,
        2.914795345090108e-08,
        -6.771199775845234e-08,
        2.2900482228026655e-07,
        -9.9298272942317e-07,
        4.526062597223154e-06,
        -1.968177810553167e-05,
        7.599527703001776e-05,
        -0.00021503011930044477,
        -0.00013871931833623122,
        1.0103004648645344,
        4.849906401408584
    };

    private NormalDistribution() {}

    /// The probability of a value up to `z` [1].
    public static double cumulative(double z) {
        double distance = Math.abs(z);
        double tail = distance > 37 ? 0 : tail(distance);
        return z > 0 ? 1 - tail : tail;
    }

    private static double tail(double distance) {
        double exponential = StrictMath.exp(-distance * distance / 2);
        if (distance < 7.07106781186547) {
            return exponential * polynomial(NUMERATOR, distance) / polynomial(DENOMINATOR, distance);
        }
        double fraction = distance + 0.65;
        for (int k = 4; k >= 1; k--) {
            fraction = distance + k / fraction;
        }
        return exponential / fraction / 2.506628274631;
    }

    /// The value up to which the probability is `probability`, from 0 to 1.
    static double quantile(double probability) {
        return Math.sqrt(2) * inverseError(2 * probability - 1);
    }

    /// The inverse of the error function [2]. The logarithm's argument is written so that it is exact near -1 and 1.
    private static double inverseError(double x) {
        double w = -StrictMath.log((1 - x) * (1 + x));
        double factor;
        if (w < 6.25) {
            factor = polynomial(CENTRAL, w - 3.125);
        } else if (w < 16.0) {
            factor = polynomial(MIDDLE, Math.sqrt(w) - 3.25);
        } else if (Double.isFinite(w)) {
            factor = polynomial(TAIL, Math.sqrt(w) - 5.0);
        } else {
            factor = Double.POSITIVE_INFINITY;
        }
        return factor * x;
    }

    /// Horner's scheme, the coefficient of the highest power first.
    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
