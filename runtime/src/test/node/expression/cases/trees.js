// Trees over the rows of data sets, as `stratify` lays them.
import { odd } from '../arguments.js';

export const tables = {
  odd,
  links: [{ from: 'a1', to: 'b21', n: 3 }, { from: 'root', to: 'c', n: 1 }, { from: 'c', to: 'c', n: 2 }, { from: 'a1', to: 'none', n: 4 }, { from: null, to: 'b', n: null }, { n: '5' }],
};

export const data = {
  names: [{ id: 'root', up: null }, { id: 'a', up: 'root', v: 1 }, { id: 'b', up: 'root', v: 2 }, { id: 'c', up: 'root' }, { id: 'a1', up: 'a', v: 3 }, { id: 'a2', up: 'a', v: NaN }, { id: 'b2', up: 'b', list: [1, 'x'] }, { id: 'b21', up: 'b2', p: { q: 1 } }],
  // From the leaves up.
  numbers: [{ key: 5, parent: 2 }, { key: 4, parent: 2 }, { key: 3, parent: 1 }, { key: 2, parent: 1 }, { key: 1 }],
  single: [{ id: 'only', up: '' }],
  empty: [],
  flat: [{ id: 'a' }, { id: 'b' }],
};

export const trees = {
  names: { key: 'id', parentKey: 'up' },
  numbers: { key: 'key', parentKey: 'parent' },
  single: { key: 'id', parentKey: 'up' },
  empty: { key: 'id', parentKey: 'up' },
};

export const signals = { leaf: 'a2', key: 5 };

export const groups = [
  { sources: ["treePath('names', 'a1', 'b21')", "treePath('names', 'a1', 'a2')", "treePath('names', 'a1', 'root')", "treePath('names', 'root', 'b21')", "treePath('names', 'a', 'a')", "treePath('names', leaf, 'c')", "treePath('names', 'a1', 'none')", "treePath('names', 'none', 'a1')", "treePath('names', 'a1')", "treePath('names')", "treePath('names', null, 'a')", "pluck(treePath('names', 'a1', 'b21'), 'id')", "pluck(treePath('names', 'b21', 'a1'), 'v')", "length(treePath('names', 'c', 'b2'))", "treePath('names', 'a1', 'b21')[2].id", "treePath('names', 'a1', 'a2')[0] === treeAncestors('names', 'a1')[0]", "isTuple(treePath('names', 'a1', 'a2')[1])",
    "treePath('numbers', 5, 3)", "treePath('numbers', '5', '4')", "treePath('numbers', key, 1)", "pluck(treePath('numbers', 3, 4), 'key')", "treePath('numbers', 5.0, 2)", "treePath('numbers', 6, 1)", "treePath('numbers', true, false)", "treePath('single', 'only', 'only')",
    "treePath('empty', 'a', 'b')", "treePath('flat', 'a', 'b')", "treePath('nothing', 'a', 'b')", 'treePath(leaf, 1, 2)', 'treePath()'] },
  { sources: ["treeAncestors('names', 'b21')", "treeAncestors('names', 'root')", "treeAncestors('names', 'none')", "treeAncestors('names')", "treeAncestors('names', leaf)", "treeAncestors('names', null)", "pluck(treeAncestors('names', 'b21'), 'id')", "indexof(pluck(treeAncestors('names', 'b21'), 'id'), 'b')", "length(treeAncestors('names', 'a1'))", "peek(treeAncestors('names', 'a1')).id", "reverse(pluck(treeAncestors('names', 'b21'), 'id'))", "treeAncestors('names', 'b21')[1].list", "treeAncestors('names', 'b21')[0].p.q", "treeAncestors('numbers', 5)", "treeAncestors('numbers', '3')", "treeAncestors('numbers', key - 1)", "treeAncestors('single', 'only')", "treeAncestors('single', '')", "treeAncestors('empty', 'a')", "treeAncestors('flat', 'a')", "treeAncestors('nothing', 'a')", 'treeAncestors(leaf, 1)', 'treeAncestors()', "treeAncestors('names', 'toString')", "treeAncestors('names', ['a'])"] },
  { table: 'links', sources: ["treePath('names', datum.from, datum.to)", "pluck(treePath('names', datum.from, datum.to), 'id')", "treeAncestors('names', datum.from)", "length(treeAncestors('names', datum.to))", "treeAncestors('numbers', datum.n)", "treePath('numbers', datum.n, 5)", "datum.n > length(treeAncestors('names', 'b21'))", "indexof(pluck(treeAncestors('names', datum.from), 'id'), 'root') >= 0", "treePath('names', datum.from, datum.to) ? datum.n : 0", "treeAncestors('names', datum.from)[0].v + datum.n"] },
  { table: 'odd', sources: ["treeAncestors('numbers', datum.v)", "treePath('names', datum.v, 'a')", "isArray(treePath('numbers', 5, datum.v))"] },
];
