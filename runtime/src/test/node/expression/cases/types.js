import { odd, oddCalls, sparseCalls } from '../arguments.js';

const values = [null, undefined, true, false, 0, 1, -0, NaN, Infinity, '', '0', 'false', 'true', 'x', ' 7 ', '2012-01-31', '2012-01-31T10:00',
  'Jan 5 2012', '1e3', [], [1], ['2'], {}, { a: 1 }, new Date(Date.UTC(2012, 0, 31, 5)), new Date(NaN), /x/g];

export const tables = {
  odd,
  any: values.map((v) => ({ v })),
  numbers: [1, 0, -0, NaN, null, Infinity].map((v) => ({ v })),
  dates: [new Date(0), new Date(NaN), null].map((v) => ({ v })),
  texts: ['', '0', 'false', '12', '2012-03-11T02:30', null].map((v) => ({ v })),
  flags: [true, false, null].map((v) => ({ v })),
};

const names = ['isArray', 'isBoolean', 'isDate', 'isDefined', 'isNaN', 'isFinite', 'isNumber', 'isObject', 'isRegExp', 'isString', 'isTuple',
  'isValid', 'toBoolean', 'toDate', 'toNumber', 'toString', 'parseFloat', 'time', 'length'];
const sources = names.map((name) => `${name}(datum.v)`);

export const groups = [
  { table: 'any', zones: ['UTC', 'America/New_York'], sources: [...sources, 'parseInt(datum.v)', 'parseInt(datum.v, 16)', 'length(toString(datum.v))'] },
  { table: 'numbers', sources: [...sources, '!isValid(datum.v)', 'isValid(datum.v) && datum.v > 0', 'isValid(datum.v) && isFinite(+datum.v)'] },
  { table: 'dates', zones: ['UTC', 'Europe/Berlin'], sources: [...sources, 'isValid(datum.v) && isFinite(+datum.v)',
    '!isDate(datum.v) || datum.v > 0'] },
  { table: 'texts', zones: ['UTC', 'America/New_York'], sources },
  { table: 'flags', sources },
  { table: 'numbers', sources: ['isTuple(datum)', 'isObject(datum)', 'isTuple(merge(datum, {b: 1}))', 'isValid(datum)', 'isDefined(datum.none)',
    'isValid(datum.none)', 'toNumber(datum.none)', 'isNumber(datum.none)', 'datum', "merge(datum, {b: 1})", 'toString(datum)', 'toNumber(toString(datum.v))'] },
  { sources: ['parseInt("101", 2)', 'parseInt("0x1f")', 'parseInt("0x1f", 10)', 'parseInt("zz", 36)', 'parseInt("12px")', 'parseInt("-0x10")', 'parseInt(" +5 ")',
    'parseInt("9", 8)', 'parseInt("")', 'parseInt("1e3")', 'parseInt(0.0000005)', 'parseInt("5", 1)', 'parseInt("5", 37)', 'parseInt("123456789012345678901234567890")',
    'parseFloat("3.14abc")', 'parseFloat(".5.5")', 'parseFloat("-.5e-2x")', 'parseFloat("1e")', 'parseFloat("e1")', 'parseFloat("-Infinityx")', 'parseFloat("0x10")',
    'parseFloat("\\u00a05")', 'toNumber("\\u2003 5")', 'toNumber("5n")', 'toNumber("1,000")', 'toNumber("0o17")', 'toNumber("+0x10")', 'toNumber("-")', 'toNumber(".")',
    'toNumber("+.5e+1")', 'toNumber("infinity")', 'isValid()', 'isDefined()', 'toDate(5)', 'toString(12.50)', 'isNumber()'] },
  { table: 'odd', sources: oddCalls(names.slice(0, -1).concat(['parseInt'])).concat(['length(datum.v)']).concat(['isArray([datum.v])', 'toNumber([datum.v])', "toString([datum.v, {}])", 'isObject({a: datum.v})', 'toBoolean([datum.v])', "parseInt(datum.v, 36)", "parseInt('11', datum.v)"]) },
  { sources: sparseCalls(names.slice(0, -1).concat(['parseInt'])).filter((source) => source !== 'time()') },
];
