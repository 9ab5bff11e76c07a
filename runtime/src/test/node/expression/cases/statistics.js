import { odd, sparseCalls } from '../arguments.js';

export const tables = {
  odd,
  values: [-40, -8, -3, -1.5, -1, 0, 0.01, 0.25, 0.5, 0.75, 0.999, 1, 1.5, 2, 3, 8, 40, NaN, null, '0.3'].map((v) => ({ v })),
};

const names = ['densityNormal', 'cumulativeNormal', 'quantileNormal', 'densityLogNormal', 'cumulativeLogNormal', 'quantileLogNormal', 'densityUniform', 'cumulativeUniform', 'quantileUniform'];

export const groups = [
  { table: 'values', sources: names.flatMap((name) => [`${name}(datum.v)`, `${name}(datum.v, 1)`, `${name}(datum.v, 0.5, 2)`, `${name}(datum.v, null, null)`]) },
  { sources: ['sampleNormal()', '[sampleNormal(), sampleNormal(), sampleNormal(2, 3)]', 'sampleLogNormal(1, 0.5)', 'sampleUniform()', 'sampleUniform(5)', 'sampleUniform(2, 3)', '[random(), sampleNormal(), sampleUniform(), sampleNormal()]'] },
  { table: 'odd', sources: names.flatMap((name) => [`${name}(datum.v)`, `${name}(0.4, datum.v)`, `${name}(0.4, 1, datum.v)`]) },
  { sources: ['random()', 'random() + random() * 10', '[random(), random(), random()]', ...sparseCalls(names), 'sampleUniform(null, 4)', "sampleNormal('2', '3')", 'sampleLogNormal()', 'sampleUniform(1, 2, 3)', '[sampleLogNormal(), sampleUniform()]'] },
];
