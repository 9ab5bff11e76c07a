import { odd, sparseCalls } from '../arguments.js';

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
  odd,
  dates: [...millis.map((m) => ({ d: new Date(m), e: new Date(m + 864e5) })), { d: new Date(NaN), e: null }, { d: null, e: new Date(0) }],
  far: [Date.UTC(1969, 11, 31, 23, 59, 59, 999), Date.UTC(1900, 1, 28), Date.UTC(1899, 11, 31, 12), Date.UTC(1883, 10, 18, 16, 59), Date.UTC(1700, 1, 28), Date.UTC(100, 0, 1), new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(99), new Date(Date.UTC(2000, 1, 29)).setUTCFullYear(0), new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(-1), new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(-271820),
    Date.UTC(9999, 11, 31, 23), Date.UTC(10000, 0, 1), Date.UTC(12345, 6, 4, 12), Date.UTC(275760, 8, 12), 8.64e15, -8.64e15, Date.UTC(2037, 2, 8, 7), Date.UTC(2500, 10, 7, 5, 30), Date.UTC(1945, 3, 2, 1), Date.UTC(2000, 1, 29, 23, 59, 59, 999)].map((m, i, list) => ({ d: new Date(m), e: new Date(list[(i + 7) % list.length]) })),
  numbers: [...millis.slice(0, 12), NaN, null, 8.64e15, 8.64e15 + 1, -8.64e15, 1.5, Infinity].map((d) => ({ d })),
  any: ['2012-02-29', '2012-02-29T12:00', 'Mar 11 2012 02:30', '2012', '', 'x', undefined, true, [2012], [2012, 3], {}].map((d) => ({ d })),
  parts: [[2012, 1, 29], [2012, 1, 30], [2012, 2, 11, 2, 30], [2012, 10, 4, 1, 30], [2021, 2, 28, 2, 30], [2021, 9, 31, 2, 30], [99, 0], [0, 11, 31], [100, 0, 1], [-1, 0, 1], [2012, 14, 0], [2012, -1, 1],
    [2012, 0, 1, 25, 61, 61, 1001], [2012.9, 1.9, 1.9], [NaN, 1], [2012, null], [275760, 8, 13], [275760, 8, 14], [1970]].map((p) => ({ y: p[0], m: p[1] ?? 0, d: p[2] ?? 1, h: p[3] ?? 0, n: p[4] ?? 0, s: p[5] ?? 0, l: p[6] ?? 0 })),
};

const parts = ['year', 'quarter', 'month', 'date', 'day', 'dayofyear', 'week', 'isoweek', 'hours', 'minutes', 'seconds', 'milliseconds'];
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
  { sources: ['utc()', "utc('2012', '3')", 'datetime(null)', "datetime('2012-01-01')", 'isDate(datetime())', 'isNumber(now())', 'year()', 'datetime(2012, 0)'] },
  { zones: ny, sources: ["toDate('2012-03-11T02:30')", "toDate('2012-03-11')", "time('2012-11-04T01:30')", "datetime(2012, 2, 11, 2, 30)", "hours(datetime(2012, 2, 11, 2, 30))", "'' + datetime(2012, 6, 4)", "datetime('' + datetime(2012, 6, 4))", "datetime(1883, 10, 18, 12)", "'' + datetime(-1, 0)", "timezoneoffset(datetime(1883, 0))"] },
  { table: 'far', zones, sources: [...local, "datum.d + ''", 'datetime(year(datum.d), month(datum.d), date(datum.d), hours(datum.d))', 'datum.d > datum.e', 'datum.d - datum.e'] },
  { table: 'far', sources: utc.concat(['toString(datum.d)', 'toNumber(datum.d)', 'isValid(datum.d)', '[datum.d]', '{d: datum.d}', 'utc(utcyear(datum.d), utcmonth(datum.d))']) },
  { table: 'odd', zones: ny, sources: [...['datetime', 'utc'].flatMap((name) => [`${name}(datum.v)`, `${name}(2012, datum.v)`, `${name}(2012, 1, datum.v, 12)`, `${name}(2012, 1, 29, 12, 30, 59, datum.v)`]), ...parts.flatMap((name) => [`${name}(datum.v)`, `utc${name}(datum.v)`]), 'time(datum.v)', 'timezoneoffset(datum.v)'] },
  { zones: ny, sources: sparseCalls([...parts, ...parts.map((name) => `utc${name}`), 'time', 'timezoneoffset', 'utc']).filter((source) => !/\(\)$/.test(source)).concat(['datetime(1, 2, 3, 4, 5, 6, 7, 8, 9)', "datetime('a', 'b')", 'datetime([2012], [3])', 'time(0)', 'time()']) },
];
