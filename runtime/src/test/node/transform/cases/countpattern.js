import * as tables from '../tables.js';

const countpattern = (name, parameters, data, signals = undefined) => ({ name, data, signals, transform: [{ type: 'countpattern', ...parameters }] });
const text = [{ t: 'The cat, the hat; it\'s the CAT' }, { t: '' }, { t: '10 2 10 a-b x_y "q"' }, { t: 'Été zoë 1' }];

export default [
  countpattern('plain', { field: 't' }, text),
  countpattern('lower', { field: 't', case: 'lower' }, text),
  countpattern('upper', { field: 't', case: 'upper', as: ['w', 'n'] }, text),
  countpattern('mixed', { field: 't', case: 'mixed' }, text),
  countpattern('pattern', { field: 't', pattern: '\\w{3,}' }, text),
  countpattern('stopwords', { field: 't', case: 'lower', stopwords: '(the|a|it)' }, text),
  countpattern('stopwords without brackets', { field: 't', stopwords: 'the|a' }, text),
  countpattern('null fails', { field: 'city' }, tables.strings),
  countpattern('numbers fail', { field: 'v' }, tables.numbers),
  countpattern('signals', { field: { signal: 'f' }, pattern: { signal: 'p' }, case: { signal: 'c' }, stopwords: { signal: 's' } }, text, { f: 't', p: '[a-z]+', c: 'lower', s: 'cat' }),
  countpattern('no rows', { field: 't' }, tables.empty),
];
