// Random delimited texts, seeded: fields with quotes, breaks and delimiters in every odd place, numbers and dates in
// every odd form, lines of any length, malformed bytes.

/** Numbers from 0 to 1, the same on every machine (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ODD_NUMBERS = ['1', '0', '-0', '+7', '.5', '5.', '-.25', '1e3', '2E-7', '1e400', '1e-400', '0x1F', '0b11', '0o17', ' 12 ', '\u00a03', 'Infinity', '-Infinity', 'NaN', '1_000', '1.2.3', '--1', '+', '.', 'e5', '1e', '1e+', '9007199254740993', '123456789012345678', '1234567890123456789', '12345678901234567890123', '0.1234567890123456789', '8229993.4196702195', '-8240655.07790206', '4.9e-324', '2.2250738585072011e-308', '1.7976931348623159e308', '00012', '-00.50', '1e0000005', '1f', '2d', '0x', '0x1.8p1'];
const ODD_DATES = ['2020-01-02', '2020-02-28', '2020-02-29', '2021-02-29', '2020-02-30', '2020-01-31', '2020-04-31', '1969-12-31', '1970-01-01', '0050-06-07', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05.678Z', '2020-01-02T03:04:05.6Z', '2020-01-02T03:04:05.6789Z', '2020-01-02T24:00:00Z', '2020-01-02T24:00:01Z', '2020-01-02T23:60:00Z', '2020-13-01', '2020-00-10', '2020-01-00', '2020-01-02T03:04', '2020-01-02T03:04:05', '2020-01-02 03:04:05', '2020-01-02 03:04:05Z', '2020-01-02T03:04:05+01:00', '2020-03-08T02:30:00', '2020-01-02t03:04:05z', '2020-1-2', '2020/01/02', 'Jan 5 2021', '2020-01', '2020', '+002020-01-02', '2020-01-02Z', '202x-01-02', '2020-01-02T0304Z', '2020-01-02T03:04:05,678Z', '12', '31'];

/** Random texts as [text or bytes, format]. */
export function randomTexts(count) {
  const random = generator(20);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const repeat = (most, make) => Array.from({ length: below(most + 1) }, make).join('');

  const kinds = {
    integer: () => String(below(3000) - 1000),
    number: () => (random() < 0.1 ? pick(ODD_NUMBERS) : String((random() - 0.5) * 10 ** below(12))),
    oddNumber: () => pick(ODD_NUMBERS),
    date: () => (random() < 0.1 ? pick(ODD_DATES) : new Date(below(2 ** 31) * 1000 + below(1000)).toISOString()),
    day: () => new Date(below(2 ** 31) * 1000).toISOString().slice(0, 10),
    oddDate: () => pick(ODD_DATES),
    boolean: () => pick(['true', 'false']),
    oddBoolean: () => pick(['true', 'false', '0', '1', '', 'TRUE', 'False', ' true']),
    name: () => pick(['Zone 1', 'Zone 2', 'é', '€uro', '😀', 'x']),
    distinct: () => `driver ${below(1e6)}`,
    empty: () => '',
    raw: (delimiter) => repeat(6, () => pick(['a', 'b', '1', '"', '""', '\n', '\r', '\r\n', delimiter, ' ', 'é', '😀', '\ufffd', '\0', "'"])),
    quoted: (delimiter) => `"${repeat(6, () => pick(['a', '1', '""', '\n', '\r\n', '\r', delimiter, '😀', ' ', 'true']))}"`,
    mixed: () => pick(Object.values(kinds))(','),
  };
  const tidy = ['integer', 'number', 'date', 'day', 'boolean', 'name', 'distinct'];

  /** A column: nearly all of its fields are of one kind, and now and then one is not. */
  function column() {
    const main = kinds[random() < 0.6 ? pick(tidy) : pick(Object.keys(kinds))];
    const other = kinds[pick(Object.keys(kinds))];
    const share = pick([0, 0, 0.02, 0.1, 0.3]);
    const quotes = pick([0, 0, 0.2, 1]);
    return (delimiter) => {
      const field = (random() < share ? other : main)(delimiter);
      return random() < quotes && !field.includes('"') ? `"${field}"` : field;
    };
  }

  function text(delimiter) {
    const columns = Array.from({ length: 1 + below(4) }, column);
    const lineBreak = pick(['\n', '\n', '\r\n', '\r']);
    const names = columns.map((_, index) => pick([`c${index}`, `c${index}`, `"c ${index}"`, 'a']));
    const lines = [names.join(delimiter)];
    const rows = pick([0, 1, 2, 4, 8, 16]);
    for (let row = 0; row < rows; row++) {
      const fields = columns.map((make) => make(delimiter));
      if (random() < 0.05) fields.pop();
      if (random() < 0.05) fields.push('more');
      lines.push(fields.join(delimiter));
    }
    return lines.join(lineBreak) + pick(['', lineBreak, lineBreak + lineBreak, '\n', '\r', '"', '\n"']);
  }

  /** Bytes with some of them changed, so that UTF-8 is malformed. */
  function damaged(given) {
    const bytes = Buffer.from(given);
    for (let count = below(6); count >= 0 && bytes.length > 0; count--) {
      bytes[below(bytes.length)] = pick([0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0xff, 0x22, 0x2c, 0x0a]);
    }
    return pick([bytes, bytes, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])]);
  }

  return Array.from({ length: count }, () => {
    const delimiter = pick([',', ',', ',', '\t', ';', '€', '"', 'a', '1', ' ', '😀']);
    const format = delimiter === ',' ? { type: 'csv' } : { type: 'dsv', delimiter };
    const types = ['number', 'boolean', 'date', 'string', 'integer', 'unknown', "utc:'%Y-%m-%d'"];
    const parse = pick(['auto', 'auto', 'auto', undefined, { c0: pick(types), c1: pick(types), a: pick(types), none: pick(types) }]);
    if (parse) format.parse = parse;
    if (random() < 0.1) format.header = pick([['c0', 'c1', 'c2'], ['c0'], ['a"b', 'c1']]);
    const made = text(delimiter);
    return { content: random() < 0.2 ? damaged(made) : made, format };
  });
}
