import * as tables from '../tables.js';

const timeunit = (name, parameters, data = tables.cleanDates, signals = undefined) => ({ name, data, signals, transform: [{ type: 'timeunit', field: 't', ...parameters }] });
const unitSets = [
  ['year'], ['quarter'], ['month'], ['week'], ['date'], ['day'], ['dayofyear'], ['hours'], ['minutes'], ['seconds'], ['milliseconds'],
  ['isoweek'], ['year', 'quarter'], ['year', 'month'], ['year', 'month', 'date'], ['year', 'week'], ['year', 'week', 'day'],
  ['year', 'isoweek'], ['year', 'isoweek', 'day'], ['isoweek', 'day'], ['week', 'day'], ['year', 'dayofyear'], ['month', 'date'],
  ['year', 'month', 'date', 'hours'], ['year', 'month', 'date', 'hours', 'minutes'], ['year', 'month', 'date', 'hours', 'minutes', 'seconds'],
  ['year', 'month', 'date', 'hours', 'minutes', 'seconds', 'milliseconds'], ['hours', 'minutes'], ['day', 'hours'], ['minutes', 'seconds'],
  ['year', 'day'], ['seconds', 'milliseconds'], ['date', 'year', 'month'],
];
const steps = [[['year'], 2], [['year'], 10], [['quarter'], 2], [['month'], 3], [['year', 'month'], 5], [['week'], 2], [['year', 'isoweek'], 4], [['date'], 10], [['day'], 2], [['dayofyear'], 7], [['hours'], 6], [['year', 'month', 'date', 'hours'], 12], [['minutes'], 15], [['seconds'], 30], [['milliseconds'], 100], [['year'], 1.5]];
const day = 86400000;

export default [
  ...unitSets.flatMap((units) => ['local', 'utc'].map((timezone) => timeunit(`${units} ${timezone}`, { units, timezone, signal: 'u' }))),
  ...steps.flatMap(([units, step]) => ['local', 'utc'].map((timezone) => timeunit(`${units} by ${step} ${timezone}`, { units, step, timezone, signal: 'u' }))),
  timeunit('gaps and invalid dates', { units: ['year', 'month'], signal: 'u' }, tables.dates),
  timeunit('gaps in utc', { units: ['year', 'month', 'date'], timezone: 'utc', signal: 'u' }, tables.dates),
  timeunit('numbers', { units: ['year'], timezone: 'utc', field: 'n', signal: 'u' }, tables.cleanDates),
  timeunit('mixed values', { units: ['seconds'], timezone: 'utc', field: 'v', signal: 'u' }, tables.mixed),
  timeunit('strings', { units: ['year'], field: 's' }, tables.numbers),
  timeunit('no rows', { units: ['year'], signal: 'u' }, tables.empty),
  timeunit('missing field', { units: ['year'], field: 'none', signal: 'u' }),
  timeunit('no interval', { units: ['year', 'month'], interval: false, signal: 'u' }),
  timeunit('as', { units: ['year'], as: ['from', 'to'] }),
  timeunit('as over the field', { units: ['year'], as: ['t', 't_end'] }),
  timeunit('early years', { units: ['year'], timezone: 'utc' }, [{ t: tables.date(-1) }, { t: new Date(Date.UTC(-5, 3)) }, { t: new Date(-62135596800000) }, { t: new Date(-60000000000000) }]),
  timeunit('early years, local', { units: ['year', 'month'] }, [{ t: new Date(-2208988800000) }, { t: new Date(-3000000000000) }, { t: new Date(-60000000000000) }]),
  timeunit('daylight saving', { units: ['year', 'month', 'date', 'hours'] }, Array.from({ length: 8 }, (_, i) => ({ t: tables.date(2012, 2, 11, 4 + i, 10) }))),
  timeunit('daylight saving ends', { units: ['year', 'month', 'date', 'hours'] }, Array.from({ length: 8 }, (_, i) => ({ t: tables.date(2012, 10, 4, 3 + i, 10) }))),
  timeunit('hours at daylight saving', { units: ['hours', 'minutes'] }, Array.from({ length: 8 }, (_, i) => ({ t: tables.date(2012, 10, 4, 3 + i, 10) }))),
  ...[1, 40, 1000].flatMap((maxbins) => [10, 1000, 60000, 3600000, 5 * 3600000, day, 8 * day, 40 * day, 400 * day, 20000 * day].map((length) =>
    timeunit(`chosen for ${length} ms in ${maxbins} bins`, { maxbins, timezone: 'utc', signal: 'u' }, [{ t: tables.date(2012, 1, 3, 4, 5, 6) }, { t: new Date(tables.date(2012, 1, 3, 4, 5, 6).getTime() + length) }]))),
  timeunit('chosen by default', { signal: 'u' }),
  timeunit('chosen from an extent', { extent: [tables.date(2012), tables.date(2013)].map(Number), maxbins: 12, signal: 'u' }),
  timeunit('chosen from an extent of one date', { extent: [tables.date(2012).getTime()], signal: 'u' }),
  timeunit('chosen without rows', { signal: 'u' }, tables.empty),
  timeunit('inferred', { inferUnits: true, signal: 'u' }),
  ...[[1000, 5], [60000, 7], [300000, 6], [600000, 4], [3600000, 9], [day, 6], [7 * day, 5]].map(([length, count]) =>
    timeunit(`inferred from steps of ${length} ms`, { inferUnits: true, timezone: 'utc', signal: 'u' }, Array.from({ length: count }, (_, i) => ({ t: new Date(tables.date(2012, 0, 1).getTime() + i * length) })))),
  timeunit('inferred months', { inferUnits: true, timezone: 'utc', signal: 'u' }, [0, 1, 5].map((month) => ({ t: tables.date(2012, month) }))),
  timeunit('inferred quarters', { inferUnits: true, timezone: 'utc', signal: 'u' }, [0, 3, 9].map((month) => ({ t: tables.date(2012, month) }))),
  timeunit('inferred years', { inferUnits: true, timezone: 'utc', signal: 'u' }, [2001, 2005].map((year) => ({ t: tables.date(year) }))),
  timeunit('inferred decades', { inferUnits: true, timezone: 'utc', signal: 'u' }, [2000, 2010].map((year) => ({ t: tables.date(year) }))),
  timeunit('inferred from a gap', { inferUnits: true, signal: 'u' }, tables.dates),
  timeunit('all from signals', { units: { signal: 'un' }, step: { signal: 's' }, timezone: { signal: 'tz' }, interval: { signal: 'band' }, as: { signal: "['p', 'q']" }, signal: 'u' }, tables.cleanDates, { un: ['year', 'month'], s: 2, tz: 'utc', band: true }),
  timeunit('units as elements', { units: ['year', { signal: 'un' }], signal: 'u' }, tables.cleanDates, { un: 'month' }),
  timeunit('unknown unit', { units: ['century'] }),
  timeunit('no units', { units: [] }),
  timeunit('incompatible units', { units: ['week', 'month'] }),
  timeunit('both weeks', { units: ['week', 'isoweek'] }),
  timeunit('nested', { field: 'd.t', units: ['year'] }, tables.cleanDates.map(({ t }) => ({ d: { t } }))),
  { name: 'timeunit, then aggregate', data: tables.cleanDates, transform: [{ type: 'timeunit', field: 't', units: ['year', 'month'] }, { type: 'aggregate', groupby: ['unit0', 'unit1'], fields: ['n'], ops: ['sum'] }] },
];
