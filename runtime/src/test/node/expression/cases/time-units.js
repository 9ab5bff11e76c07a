import { odd } from '../arguments.js';

const zones = ['UTC', 'America/New_York', 'Europe/Berlin'];
const units = ['year', 'quarter', 'month', 'week', 'isoweek', 'date', 'day', 'dayofyear', 'hours', 'minutes', 'seconds', 'milliseconds'];

export const tables = {
  odd,
  days: [Date.UTC(2012, 0, 31, 12), Date.UTC(2012, 1, 29, 12), Date.UTC(2012, 2, 11, 6, 30), Date.UTC(2012, 2, 11, 7, 30), Date.UTC(2012, 10, 4, 5, 30), Date.UTC(2012, 10, 4, 6, 30), Date.UTC(2021, 2, 28, 0, 30), Date.UTC(2021, 2, 28, 1, 30), Date.UTC(2021, 9, 31, 0, 30), Date.UTC(2021, 9, 31, 1, 30), Date.UTC(1969, 11, 31, 23, 59), Date.UTC(12345, 5, 6)].map((m) => ({ d: new Date(m) })).concat([{ d: null }]),
  steps: [-40, -5, -1, 0, 1, 1.7, 3, 12, 31, 60, null].map((n) => ({ n })),
};

export const signals = { leap: new Date(Date.UTC(2012, 1, 29, 12)), change: new Date(Date.UTC(2012, 2, 10, 7, 30)), later: new Date(Date.UTC(2012, 10, 4, 7)) };

export const groups = [
  { table: 'steps', zones, sources: [...units.map((unit) => `timeOffset('${unit}', change, datum.n)`), "timeOffset('month', datetime(2012, 0, 31), datum.n)", "timeOffset('quarter', datetime(2011, 11, 31), datum.n)", "timeOffset('year', leap, datum.n)"] },
  { table: 'steps', sources: [...units.map((unit) => `utcOffset('${unit}', leap, datum.n)`), "utcOffset('fortnight', leap, datum.n)"] },
  { zones, sources: ["timeOffset('date', leap)", "timeSequence('month', leap, later)", "timeSequence('month', leap, later, 3)", "timeSequence('week', change, later, 4)", "timeSequence('isoweek', change, later, 4)", "timeSequence('hours', change, timeOffset('date', change), 3)", "timeSequence('quarter', leap, later)",
    "timeSequence('date', change, timeOffset('date', change, 3))", "timeSequence('year', 0, later, 10)", "timeSequence('day', later, leap)", "timeSequence('day', leap, later, 0)", "timeSequence('nothing', leap, later)", "timeSequence('minutes', change, change + 180000)", "timeSequence('minutes', change, +change + 180000, 2)", "timeSequence('hours', later - 14400000, later)"] },
  { sources: ["utcSequence('month', leap, later)", "utcSequence('week', leap, later, 8)", "utcSequence('hours', leap, utcOffset('date', leap), 6)", "utcSequence('milliseconds', 0, 5, 2)", "utcSequence('seconds', 1500, 5000)",
    "timeUnitSpecifier('year')", "timeUnitSpecifier(['year', 'month'])", "timeUnitSpecifier(['month', 'year', 'date'])", "timeUnitSpecifier(['year', 'month', 'date', 'hours', 'minutes'])", "timeUnitSpecifier(['hours', 'minutes', 'seconds', 'milliseconds'])", "timeUnitSpecifier(['year', 'quarter'])", "timeUnitSpecifier(['year', 'isoweek'])", "timeUnitSpecifier(['day', 'hours'])",
    "timeUnitSpecifier('dayofyear')", "timeUnitSpecifier(['year', 'week'])", "timeUnitSpecifier(['year', 'month'], {year: '%y', 'year-month': null})", "timeUnitSpecifier(['year', 'month'], {'year-month': '%b %Y'})", "timeUnitSpecifier('fortnight')", "timeUnitSpecifier([])", "timeUnitSpecifier(['week', 'month'])", "timeUnitSpecifier(['minutes', 'seconds'])", "timeUnitSpecifier('milliseconds')"] },
  { table: 'odd', zones: ['UTC', 'America/New_York'], sources: [...['timeOffset', 'utcOffset'].flatMap((name) => [`${name}('month', datum.v)`, `${name}('date', leap, datum.v)`, `${name}(datum.v, leap)`]), ...['timeSequence', 'utcSequence'].flatMap((name) => [`${name}('year', datum.v, leap, 20)`, `length(${name}('month', change, datum.v))`, `${name}(datum.v, change, later)`]), 'timeUnitSpecifier(datum.v)', "timeUnitSpecifier(['year', 'month'], datum.v)", "timeUnitSpecifier([datum.v, 'date'])"] },
  { table: 'days', zones, sources: [...units.map((unit) => `timeOffset('${unit}', datum.d)`), ...units.slice(0, 8).map((unit) => `timeOffset('${unit}', datum.d, -13)`), "timeSequence('date', datum.d, timeOffset('date', datum.d, 3))", "timeSequence('hours', datum.d, timeOffset('hours', datum.d, 7), 3)", "timeSequence('week', datum.d, timeOffset('month', datum.d, 1))", "timeSequence('month', datum.d, timeOffset('year', datum.d, 1), 5)"] },
  { table: 'days', sources: [...units.map((unit) => `utcOffset('${unit}', datum.d)`), "utcSequence('date', datum.d, utcOffset('week', datum.d, 1), 2)"] },
  { sources: [...[['year'], ['quarter'], ['month'], ['week'], ['isoweek'], ['date'], ['day'], ['hours'], ['minutes'], ['seconds']].map((list) => `timeUnitSpecifier(${JSON.stringify(list)})`), "timeUnitSpecifier(['year', 'month', 'date'])", "timeUnitSpecifier(['year', 'quarter', 'month'])", "timeUnitSpecifier(['month', 'date'])", "timeUnitSpecifier(['hours', 'minutes'])", "timeUnitSpecifier(['date', 'hours'])", "timeUnitSpecifier(['year', 'dayofyear'])", "timeUnitSpecifier(['year', 'week', 'day', 'hours'])", "timeUnitSpecifier(['year', 'isoweek', 'day'])", "timeUnitSpecifier(['year', 'year'])", "timeUnitSpecifier(['month'], {month: '%m'})", "timeUnitSpecifier(['year', 'month', 'date'], {'year-month-date': '%x'})", "timeUnitSpecifier(['year', 'month', 'date'], {'month-date': '%x'})", "timeUnitSpecifier('year', null)", 'timeOffset()', "timeOffset('day')", "timeSequence('day')", "timeSequence('year', 0)", 'timeUnitSpecifier()'] },
];
