import { odd, sparseCalls } from '../arguments.js';

export const tables = { odd };

export const groups = [
  { sources: ['panLinear([0, 10], 0.25)', 'panLog([1, 1000], -0.5)', 'panPow([1, 9], 0.5, 0.5)', 'panLog([-100, -1], 0.5)', 'panSymlog([-10, 100], 0.1, 1)', 'zoomLinear([0, 10], 5, 0.5)', 'zoomLinear([0, 10], null, 2)', 'zoomLog([1, 1000], 10, 2)', 'panLinear([], 1)', 'zoomPow([1, 9], null, 0.5, 2)', 'zoomSymlog([-10, 100], 0, 0.5, 2)', "panLinear(['1', '3'], 1)", 'panPow([-4, 9], 0.5, 2)', "zoomLinear([0, 10], '3', 0.5)"] },
  { table: 'odd', sources: ['panLinear', 'panLog', 'panPow', 'panSymlog', 'zoomLinear', 'zoomLog', 'zoomPow', 'zoomSymlog'].flatMap((name) => [`${name}([1, 10], datum.v, 1, 1)`, `${name}([-5, 5], 0.5, datum.v, 2)`, `${name}([datum.v, 8], 0.5, 2, 1)`]) },
  { table: 'odd', sources: ['lassoAppend(datum.v, 4, 5)', 'lassoAppend([[1, 2]], datum.v, 5)', 'lassoAppend([[1, 2]], 4, 6, datum.v)', 'lassoPath(datum.v)', 'lassoPath([[0, 0], [1, datum.v], [2, 2]])'] },
  { sources: sparseCalls(['panLinear', 'panLog', 'panPow', 'panSymlog', 'zoomLinear', 'zoomLog', 'zoomPow', 'zoomSymlog']).concat(['lassoAppend([], 1, 2)', 'lassoAppend([[1, 2]], 1, 7)', 'lassoAppend([[1, 2]], 1, 7.01)', 'lassoAppend([[1, 2]], 9, 9, 20)', 'lassoAppend(null, 1, 2)', 'lassoAppend()', 'lassoPath()', 'lassoPath([])', 'lassoPath([[1, 2]])', 'lassoPath([[1, 2], [3, 4]])', 'lassoPath([[1, 2], [3, 4.5], [5, -6]])', "lassoPath('ab')"]) },
];
