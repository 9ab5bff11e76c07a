const ny = ['America/New_York'];
const zones = ['UTC', 'America/New_York', 'Europe/Berlin'];
const millis = [
  0, -1, 1330473600000, 1330560000000, Date.UTC(2012, 1, 29, 23, 59, 59, 999), Date.UTC(2011, 11, 31, 23), Date.UTC(2012, 0, 1, 3), // around a leap day and a new year
  Date.UTC(2012, 2, 11, 6, 59), Date.UTC(2012, 2, 11, 7), Date.UTC(2012, 10, 4, 5, 30), Date.UTC(2012, 10, 4, 6, 30), // New York changes its clocks
  Date.UTC(2021, 2, 28, 0, 59), Date.UTC(2021, 2, 28, 1), Date.UTC(2021, 9, 31, 0, 30), Date.UTC(2021, 9, 31, 1, 30), // Berlin does
  Date.UTC(1900, 0, 1), Date.UTC(1969, 6, 20, 20, 17, 40), Date.UTC(2000, 1, 29, 12), Date.UTC(2038, 0, 19, 3, 14, 8), Date.UTC(2100, 1, 28, 22), Date.UTC(2015, 11, 31, 12),
  Date.UTC(2016, 0, 3, 12), Date.UTC(2020, 11, 31, 4), Date.UTC(2500, 6, 1),
];

export const tables = {
  dates: [...millis.map((m) => ({ d: new Date(m), e: new Date(m + 864e5) })), { d: new Date(NaN), e: null }, { d: null, e: new Date(0) }],
  numbers: [...millis.slice(0, 12), NaN, null, 8.64e15, 8.64e15 + 1, -8.64e15, 1.5, Infinity].map((d) => ({ d })),
  any: ['2012-02-29', '2012-02-29T12:00', 'Mar 11 2012 02:30', '2012', '', 'x', undefined, true, [2012], [2012, 3], {}].map((d) => ({ d })),
  parts: [[2012, 1, 29], [2012, 1, 30], [2012, 2, 11, 2, 30], [2012, 10, 4, 1, 30], [2021, 2, 28, 2, 30], [2021, 9, 31, 2, 30], [99, 0], [0, 11, 31], [100, 0, 1], [-1, 0, 1], [2012, 14, 0], [2012, -1, 1],
    [2012, 0, 1, 25, 61, 61, 1001], [2012.9, 1.9, 1.9], [NaN, 1], [2012, null], [275760, 8, 13], [275760, 8, 14], [1970]].map((p) => ({ y: p[0], m: p[1] ?? 0, d: p[2] ?? 1, h: p[3] ?? 0, n: p[4] ?? 0, s: p[5] ?? 0, l: p[6] ?? 0 })),
  steps: [-40, -5, -1, 0, 1, 1.7, 3, 12, 31, 60, null].map((n) => ({ n })),
};

export const signals = { leap: new Date(Date.UTC(2012, 1, 29, 12)), change: new Date(Date.UTC(2012, 2, 10, 7, 30)), later: new Date(Date.UTC(2012, 10, 4, 7)) };

const parts = ['year', 'quarter', 'month', 'date', 'day', 'dayofyear', 'week', 'isoweek', 'hours', 'minutes', 'seconds', 'milliseconds'];
const units = ['year', 'quarter', 'month', 'week', 'isoweek', 'date', 'day', 'dayofyear', 'hours', 'minutes', 'seconds', 'milliseconds'];
const utc = parts.map((name) => `utc${name}(datum.d)`);
const local = [...parts, 'timezoneoffset', 'time'].map((name) => `${name}(datum.d)`);

export const groups = [
  { table: 'dates', zones, sources: [...local, 'hours(datum.d) + minutes(datum.d) / 60', 'month(datum.d) == 1 && date(datum.d) > 28', 'day(datum.d) === 0 || day(datum.d) === 6', "toDate(datum.d)", 'year(datum.e) - year(datum.d)',
    'datetime(datum.d)', "datum.d + ''", "datetime(year(datum.d), month(datum.d), 1)", 'datum.e - datum.d', 'year(datum.d) > 2000 ? datum.d : datum.e', 'isValid(datum.d) ? hours(datum.d) : null', 'time(datum.d) % 86400000', 'hours(datum.missing)'] },
  { table: 'dates', sources: utc },
  { table: 'numbers', zones, sources: [...local.slice(0, 12), 'datetime(datum.d)', 'timezoneoffset(datum.d)', 'toDate(datum.d)'] },
  { table: 'numbers', sources: utc },
  { table: 'any', zones: ['UTC', 'Europe/Berlin'], sources: ['year(datum.d)', 'hours(datum.d)', 'time(datum.d)', 'datetime(datum.d)', 'quarter(datum.d)', 'week(datum.d)', 'utcdayofyear(datum.d)', "timeOffset('date', datum.d)", 'timezoneoffset(datum.d)'] },
  { table: 'parts', zones, sources: ['datetime(datum.y, datum.m, datum.d, datum.h, datum.n, datum.s, datum.l)', 'datetime(datum.y, datum.m, datum.d)', 'datetime(datum.y, datum.m)', 'datetime(datum.y)', 'hours(datetime(datum.y, datum.m, datum.d, datum.h))'] },
  { table: 'parts', sources: ['utc(datum.y, datum.m, datum.d, datum.h, datum.n, datum.s, datum.l)', 'utc(datum.y)', 'utc(datum.y, datum.m)'] },
  { table: 'steps', zones, sources: [...units.map((unit) => `timeOffset('${unit}', change, datum.n)`), "timeOffset('month', datetime(2012, 0, 31), datum.n)", "timeOffset('quarter', datetime(2011, 11, 31), datum.n)", "timeOffset('year', leap, datum.n)"] },
  { table: 'steps', sources: [...units.map((unit) => `utcOffset('${unit}', leap, datum.n)`), "utcOffset('fortnight', leap, datum.n)"] },
  { zones, sources: ["timeOffset('date', leap)", "timeSequence('month', leap, later)", "timeSequence('month', leap, later, 3)", "timeSequence('week', change, later, 4)", "timeSequence('isoweek', change, later, 4)", "timeSequence('hours', change, timeOffset('date', change), 3)", "timeSequence('quarter', leap, later)",
    "timeSequence('date', change, timeOffset('date', change, 3))", "timeSequence('year', 0, later, 10)", "timeSequence('day', later, leap)", "timeSequence('day', leap, later, 0)", "timeSequence('nothing', leap, later)", "timeSequence('minutes', change, change + 180000)", "timeSequence('minutes', change, +change + 180000, 2)", "timeSequence('hours', later - 14400000, later)"] },
  { sources: ["utcSequence('month', leap, later)", "utcSequence('week', leap, later, 8)", "utcSequence('hours', leap, utcOffset('date', leap), 6)", "utcSequence('milliseconds', 0, 5, 2)", "utcSequence('seconds', 1500, 5000)", 'utc()', "utc('2012', '3')", 'datetime(null)', "datetime('2012-01-01')", 'isDate(datetime())', 'isNumber(now())', 'year()', 'datetime(2012, 0)',
    "timeUnitSpecifier('year')", "timeUnitSpecifier(['year', 'month'])", "timeUnitSpecifier(['month', 'year', 'date'])", "timeUnitSpecifier(['year', 'month', 'date', 'hours', 'minutes'])", "timeUnitSpecifier(['hours', 'minutes', 'seconds', 'milliseconds'])", "timeUnitSpecifier(['year', 'quarter'])", "timeUnitSpecifier(['year', 'isoweek'])", "timeUnitSpecifier(['day', 'hours'])",
    "timeUnitSpecifier('dayofyear')", "timeUnitSpecifier(['year', 'week'])", "timeUnitSpecifier(['year', 'month'], {year: '%y', 'year-month': null})", "timeUnitSpecifier(['year', 'month'], {'year-month': '%b %Y'})", "timeUnitSpecifier('fortnight')", "timeUnitSpecifier([])", "timeUnitSpecifier(['week', 'month'])", "timeUnitSpecifier(['minutes', 'seconds'])", "timeUnitSpecifier('milliseconds')"] },
  { zones: ny, sources: ["toDate('2012-03-11T02:30')", "toDate('2012-03-11')", "time('2012-11-04T01:30')", "datetime(2012, 2, 11, 2, 30)", "hours(datetime(2012, 2, 11, 2, 30))", "'' + datetime(2012, 6, 4)", "datetime('' + datetime(2012, 6, 4))", "datetime(1883, 10, 18, 12)", "'' + datetime(-1, 0)", "timezoneoffset(datetime(1883, 0))"] },
];
