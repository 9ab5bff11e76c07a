import { odd } from '../arguments.js';

const zones = ['UTC', 'America/New_York', 'Europe/Berlin'];

export const tables = {
  odd,
  numbers: [0, -0, 1, -1, 0.5, -0.004, 42, 123.456, -1234.5678, 1e6, 1234567.891, 0.000123456, 9.995, 999.95, 1e21, 1.5e-9, -1e-30, 1e30, 12345678901234567890, NaN, Infinity, -Infinity, null, '12.5', 'x', true].map((x) => ({ x })),
  big: [2 ** 53 - 1, 2 ** 53 + 2, -(2 ** 53), 1e21, 1.2345e20, -1e21, 123456789012345680000, 5e-324, 2.5e-308, 1e-7, 1e-6, 0.1 + 0.2, 1.005, 2.675, 1e15 + 0.3, 999999.5, 0.5, 1.5, 2.5, -0.5, -0.0001].map((x) => ({ x })),
  dates: [0, Date.UTC(2012, 0, 1), Date.UTC(2012, 0, 1, 5), Date.UTC(2012, 1, 29, 13, 5, 7, 9), Date.UTC(2012, 2, 11, 7), Date.UTC(2012, 11, 31, 23, 59, 59, 999), Date.UTC(2009, 11, 28), Date.UTC(2010, 0, 3, 12), Date.UTC(2021, 2, 28, 1), Date.UTC(2024, 3, 1), Date.UTC(2023, 6, 2), Date.UTC(1, 1, 1) - 6e13,
    Date.UTC(12345, 6, 4), NaN].map((m) => ({ d: new Date(m) })).concat([{ d: null }, { d: 1330473600000 }, { d: '86400000' }]),
  texts: ['2012-01-31', '2012-1-5', '2012-13-45', 'x', '', null, '31/01/12', 'Jan 31, 2012', 'january 31, 2012', '2012-01-31 10:20:30', '2012-01-31 10:20:30.456', '10:20 PM', '10:20 pm', '12:05 AM', '2012-031', 'Tue', 'Tuesday', '2012 W05', '2012-W05-2', '2012 5 2', '1330473600000', '1330473600', '2012-01-31T10:20Z', '2012-01-31T10:20-05:00', '2012-01-31T10:20+0530', '99', '70', '12', 'Q3 2012', '100%', '2012-03-11 02:30:00', '0050-06-01', 5, 2012].map((s) => ({ s })),
  names: [0, 1, 6, 7, 11, 12, -1, 1.5, NaN, null, '2', Infinity].map((i) => ({ i })),
};

const numbers = ['', 'd', ',d', '.0f', '.2f', ',.2f', '.3', '.3~g', '.2e', '~e', '.1%', '.0%', '.3p', '.2r', '.3s', '.0s', '~s', 's', 'b', 'o', 'x', 'X', '#x', '#b', '#o', 'c', 'n', ',', '$,.2f', '($.2f', '+.1f', ' .1f', '010', '010,.1f', '010,d', '*>12.2f', '*<12.2f', '*^12.2f', '*=12.2f', '012.2f', '=+12.1f', '$12,.1f', '.30f', '.0g', '.25g', '~f', '.6~f', '.4~s', '+~%', '20', '2', '(.3~r', 'z', ',.12~r', '.20f', '<8', '0,', '-d', '+$,.0f', '012,.2%'];
const dates = ['%a %A %b %B', '%c', '%d %e %-d %_d %0d', '%f', '%g %G', '%H %I %p', '%j %-j %_j', '%L', '%m %-m %M', '%q', '%Q', '%s', '%S', '%u %w', '%U %V %W', '%x', '%X', '%y %Y', '%Z', '%%', '%Y-%m-%dT%H:%M:%S.%LZ', '%', 'plain', '%k %-', '%_H:%_M', 'Week %V of %G', '%-I:%M%p', ''];
const parses = ['%Y-%m-%d', '%d/%m/%y', '%b %d, %Y', '%B %d, %Y', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M:%S.%L', '%I:%M %p', '%Y-%j', '%a', '%A', '%Y W%U', '%Y-W%V-%u', '%Y-W%W-%w', '%Y W%V', '%Q', '%s', '%Y-%m-%dT%H:%M%Z', '%y', '%Y', 'Q%q %Y', '%f%%', '%x', '%Y %W %w', '%H', '%e', '%-d', '%G', '', '%Y-%m-%d %H:%M:%S.%f'];

export const groups = [
  { table: 'numbers', sources: numbers.map((spec) => `format(datum.x, '${spec}')`).concat(["format(datum.x, 5)", 'format(datum.x)', "format(datum.x, 'bad spec')", "format(datum.x / 3, '.2f') + '%'", "format(datum.none, '.1f')", "format(datum.x, null)"]) },
  { table: 'dates', zones, sources: dates.map((spec) => `timeFormat(datum.d, '${spec}')`).concat(['timeFormat(datum.d)', "timeFormat(datum.d, {year: 'Y%Y', month: 'M%b', date: 'D%d', week: 'W%U', quarter: 'Q%q', hours: 'H%H', minutes: 'm%M', seconds: 's%S', milliseconds: 'l%L'})", "timeFormat(datum.d, {day: '%A'})", 'timeFormat(datum.d, null)', 'timeFormat(datum.d, 7)']) },
  { table: 'dates', sources: dates.map((spec) => `utcFormat(datum.d, '${spec}')`).concat(['utcFormat(datum.d)', "utcFormat(datum.none, '%Y')"]) },
  { table: 'texts', zones: ['America/New_York', 'Europe/Berlin'], sources: parses.map((spec) => `timeParse(datum.s, '${spec}')`) },
  { table: 'texts', sources: parses.map((spec) => `utcParse(datum.s, '${spec}')`).concat(['utcParse(datum.none, "%Y")']) },
  { table: 'names', zones: ['UTC', 'America/New_York'], sources: ['monthFormat(datum.i)', 'monthAbbrevFormat(datum.i)', 'dayFormat(datum.i)', 'dayAbbrevFormat(datum.i)'] },
  { table: 'odd', zones: ['America/New_York'], sources: ['format(datum.v)', "format(datum.v, '.2f')", "format(datum.v, ',d')", "format(datum.v, 's')", 'format(1234.5, datum.v)', 'timeFormat(datum.v)', "timeFormat(datum.v, '%Y-%m-%d %H')", 'timeFormat(0, datum.v)', "utcFormat(datum.v, '%c')", 'utcFormat(0, datum.v)', "timeParse(datum.v, '%Y')", "timeParse('2012', datum.v)", "utcParse(datum.v, '%Y-%m-%d')", 'monthFormat(datum.v)', 'dayFormat(datum.v)', 'monthAbbrevFormat(datum.v)', 'dayAbbrevFormat(datum.v)'] },
  { table: 'big', sources: numbers.filter((_, index) => index % 2 === 0).map((spec) => `format(datum.x, '${spec}')`) },
  { sources: ['format()', "format(1, 2, 3)", "format('a', 'b')", 'timeFormat()', "utcFormat(0, '%Y', 1)", 'timeParse()', "timeParse('x')", 'utcParse()', 'monthFormat()', 'dayFormat()', "format(1, '.999f')", "format(1e300, '.0f')", "format(1, '1000')", "format(12, '😀>5')", "format(12, 'é^7d')", "format(1, '.f')", "format(1, ',~%')"] },
];
