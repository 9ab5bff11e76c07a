import { odd } from '../arguments.js';

const names = ['Linear', ...['Quad', 'Cubic', 'Poly', 'Sin', 'Exp', 'Circle', 'Bounce', 'Back', 'Elastic'].flatMap((name) => [name,
  `${name}In`, `${name}Out`, `${name}InOut`])];

export const tables = { odd, times: [0, 0.1, 0.3, 0.5, 0.6, 0.85, 0.99, 1, '0.25', null].map((t) => ({ t })) };

export const groups = [
  { table: 'times', sources: names.map((name) => `ease${name}(datum.t)`) },
  { table: 'odd', sources: names.map((name) => `ease${name}(datum.v)`) },
  { sources: ['easeLinear()', 'easeBackIn(0.5, 3)', 'easePolyIn(0.5, 2)', 'easeElasticOut(0.5, 2, 0.5)', 'easeQuad(2)', 'easeBounce(-1)'] },
];
