// Numbers and dates with other digits, groups and signs: much as they are written in Arabic and in India.
export const locale = {
  number: { decimal: '\u066b', thousands: '\u066c', grouping: [3, 2, 2], currency: ['', ' د.إ.'], numerals: ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'], percent: '٪', minus: '-', nan: 'ليس' },
  time: {
    dateTime: '%x, %X', date: '%-d/%-m/%Y', time: '%-I:%M:%S %p', periods: ['', ''],
    days: ['الأحد', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'], shortDays: ['ح', 'ن', 'ث', 'ر', 'خ', 'ج', 'س'],
    months: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
    shortMonths: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  },
};

const numbers = ['0', '-0', '5', '-5', '1234.5', '-1234567.891', '0.000012345', '1e21', '123456789012', '1/0', '-1/0', '0/0', 'null', "'12'", "'x'"];
const formats = ['', ',', ',.2f', '$,.2f', '($,.2f', '+,d', '.1%', ',.3p', 's', '.3s', '$.2s', '012,.1f', '_>14,.2f', '^14$,', '~e', ',.2r', 'x', '#x', '$c', '=+15,.0f'];
const dates = ['datetime(2012, 1, 29, 13, 5, 9, 7)', 'datetime(2021, 4, 2)', 'utc(1999, 11, 31, 23, 59)', "toDate('x')", 'null', '0'];
const patterns = ['%A, %d. %B %Y', '%a %e %b %y', '%c', '%x', '%X', '%I:%M %p', '%x %X', '%q %U %V', '%%%B%%', '%Z'];
const units = ['{}', "{month: '%b %q', date: '%x', year: '%y'}"];
const calls = (name, values, specifiers) => values.flatMap((value) => specifiers.map((specifier) => `${name}(${value}, ${specifier})`));
const quoted = (texts) => texts.map((text) => `'${text}'`);
const texts = ['29. فبراير 2012', '3/5/2021', '1:05:09 ', '3/5/2021, 1:05:09 ', 'الجمعة', 'مارس 21', 'March', ''];

export const tables = {
  rows: [{ n: 1234567.125, d: new Date(Date.UTC(2012, 2, 11, 12)), s: '12' }, { n: -0.5, d: new Date(Date.UTC(2020, 11, 1)), s: 'x' }, { n: null, d: null, s: null }],
};

export const groups = [
  { sources: [...calls('format', numbers, quoted(formats)), ...calls('format', ['5.25', 'null'], ['null', '3'])] },
  { zones: ['UTC', 'Europe/Berlin'], sources: [...calls('timeFormat', dates, [...quoted(patterns), ...units]), ...calls('utcFormat', dates.slice(0, 2), [...quoted(patterns), ...units]), ...calls('timeParse', quoted(texts), quoted(['%d. %B %Y', '%x', '%X', '%c', '%A', '%b %y', '%p'])), ...calls('utcParse', quoted(texts), quoted(['%d. %B %Y', '%c']))] },
  { sources: ['monthFormat', 'monthAbbrevFormat', 'dayFormat', 'dayAbbrevFormat'].flatMap((name) => ['0', '2', '6', '13', "'1'"].map((value) => `${name}(${value})`)) },
  { table: 'rows', sources: ["format(datum.n, ',.2f')", "format(datum.n, '$,.1f') + timeFormat(datum.d, ' %B')", "utcFormat(datum.d, '%A %x')", "timeFormat(datum.d)", "timeParse(datum.s, '%d')", "format(datum.s, '$c')"] },
];
