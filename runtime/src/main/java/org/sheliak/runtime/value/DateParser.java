package org.sheliak.runtime.value;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateTokens.Meaning;
import org.sheliak.runtime.value.DateTokens.Token;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// `Date.parse` as V8 does it: ISO 8601 first, and from where that does not fit, a lenient reading of what is there.
///
/// Source: v8/src/date/dateparser-inl.h @ 11.3.
final class DateParser {
    private final DateTokens tokens;
    private final DateParts parts = new DateParts();
    private final TimeZoneRules zone;
    private boolean hasReadNumber;

    DateParser(String text, TimeZoneRules zone) {
        this.tokens = new DateTokens(text);
        this.zone = zone;
    }

    double parse() {
        Token unhandled = parseIso();
        if (unhandled == null) {
            return Double.NaN;
        }
        hasReadNumber = parts.hasDay();
        for (Token token = unhandled; !token.isEnd(); token = tokens.next()) {
            if (!read(token)) {
                return Double.NaN;
            }
        }
        return parts.epochMillis(zone);
    }

    /// The first token that is not part of an ISO date, the end when all was, or `null` when the text is invalid.
    private @Nullable Token parseIso() {
        if (tokens.peek().isSign()) {
            Token sign = tokens.next();
            if (!tokens.peek().isNumber(6)) {
                return sign;
            }
            int year = tokens.next().number();
            if (sign.sign() < 0 && year == 0) {
                return sign;
            }
            parts.addDay(sign.sign() * year);
        } else if (tokens.peek().isNumber(4)) {
            parts.addDay(tokens.next().number());
        } else {
            return tokens.next();
        }
        Token rest = parseIsoMonth();
        if (rest != null) {
            return rest;
        }
        if (tokens.peek().isWord(Meaning.TIME_SEPARATOR)) {
            return parseIsoTime();
        }
        if (!tokens.peek().isEnd()) {
            return tokens.next();
        }
        parts.setZoneHours(0);
        parts.setIso();
        return tokens.next();
    }

    private @Nullable Token parseIsoMonth() {
        if (tokens.skip('-')) {
            if (!nextIs(2, 1, 12)) {
                return tokens.next();
            }
            parts.addDay(tokens.next().number());
            if (tokens.skip('-')) {
                if (!nextIs(2, 1, 31)) {
                    return tokens.next();
                }
                parts.addDay(tokens.next().number());
            }
        }
        return null;
    }

    private @Nullable Token parseIsoTime() {
        tokens.next();
        if (!nextIs(2, 0, 24)) {
            return null;
        }
        int last = tokens.peek().number() == 24 ? 0 : 59;
        parts.addTime(tokens.next().number());
        if (!tokens.skip(':') || !nextIs(2, 0, last)) {
            return null;
        }
        parts.addTime(tokens.next().number());
        if (tokens.skip(':')) {
            if (!nextIs(2, 0, last)) {
                return null;
            }
            parts.addTime(tokens.next().number());
            if (tokens.skip('.')) {
                if (!tokens.peek().isNumber() || (last == 0 && tokens.peek().number() > 0)) {
                    return null;
                }
                parts.addTime(tokens.next().milliseconds());
            }
        }
        if (!parseIsoZone() || !tokens.peek().isEnd()) {
            return null;
        }
        parts.setIso();
        return tokens.next();
    }

    private boolean parseIsoZone() {
        if (tokens.peek().isZ()) {
            tokens.next();
            parts.setZoneHours(0);
        } else if (tokens.peek().isSign()) {
            parts.setZoneSign(tokens.next().sign());
            if (tokens.peek().isNumber(4)) {
                int hoursMinutes = tokens.next().number();
                parts.setZone(hoursMinutes / 100, hoursMinutes % 100);
                return hoursMinutes / 100 <= 23 && hoursMinutes % 100 <= 59;
            }
            if (!nextIs(2, 0, 23)) {
                return false;
            }
            int hours = tokens.next().number();
            if (!tokens.skip(':') || !nextIs(2, 0, 59)) {
                return false;
            }
            parts.setZone(hours, tokens.next().number());
        }
        return true;
    }

    private boolean nextIs(int digits, int least, int most) {
        Token token = tokens.peek();
        return token.isNumber(digits) && token.number() >= least && token.number() <= most;
    }

    /// Takes one token of a date that is not ISO; false when the text is invalid.
    private boolean read(Token token) {
        if (token.isNumber()) {
            return readNumber(token.number());
        }
        if (token.kind() == DateTokens.Kind.WORD) {
            return readWord(token);
        }
        if (token.isSign() && (parts.isUtc() || parts.hasTime())) {
            return readOffset(token);
        }
        return !((token.isSign() || token.isSymbol(')')) && hasReadNumber);
    }

    private boolean readNumber(int number) {
        hasReadNumber = true;
        if (tokens.skip(':')) {
            return readTime(number);
        }
        if (tokens.peek().isSymbol('.') && parts.expectsTime(number)) {
            tokens.next();
            parts.addTime(number);
            if (!tokens.peek().isNumber()) {
                return false;
            }
            parts.addFinalTime(tokens.next().milliseconds());
            return true;
        }
        tokens.skip('.');
        if (parts.expectsZoneMinute(number)) {
            parts.setZoneMinute(number);
            return true;
        }
        if (parts.expectsTime(number)) {
            parts.addFinalTime(number);
            Token next = tokens.peek();
            return next.isEnd() || next.kind() == DateTokens.Kind.SPACE || next.isZ() || next.isSign();
        }
        if (!parts.addDay(number)) {
            return false;
        }
        tokens.skip('-');
        return true;
    }

    private boolean readTime(int number) {
        if (tokens.skip(':')) {
            if (parts.hasTime()) {
                return false;
            }
            parts.addTime(number);
            parts.addTime(0);
            return true;
        }
        if (!parts.addTime(number)) {
            return false;
        }
        tokens.skip('.');
        return true;
    }

    private boolean readWord(Token word) {
        if (word.meaning() == Meaning.AM_PM && parts.hasTime()) {
            parts.setHourOffset(word.number());
        } else if (word.meaning() == Meaning.MONTH) {
            parts.setNamedMonth(word.number());
            tokens.skip('-');
        } else if (word.meaning() == Meaning.ZONE && hasReadNumber) {
            parts.setZoneHours(word.number());
        } else {
            return !hasReadNumber && !tokens.peek().isNumber();
        }
        return true;
    }

    private boolean readOffset(Token sign) {
        parts.setZoneSign(sign.sign());
        int number = 0;
        int length = 0;
        if (tokens.peek().isNumber()) {
            Token offset = tokens.next();
            number = offset.number();
            length = offset.length();
        }
        hasReadNumber = true;
        if (tokens.peek().isSymbol(':')) {
            parts.setZoneHour(number);
            return true;
        }
        if (length == 1 || length == 2) {
            parts.setZone(number, 0);
            return true;
        }
        parts.setZone(number / 100, number % 100);
        return length == 3 || length == 4;
    }
}
