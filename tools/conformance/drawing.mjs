// Compares drawings: the same elements and texts, and numbers in attributes that differ by rounding at most.
import { bagDifference, isClose } from './values.mjs';

/** A tag, or the text between two. */
const PART = /<[^>]*>|[^<]+/g;
/** A colour or a number; the digits of a colour are no numbers. */
const TOKEN = /#[0-9a-f]{3,8}\b|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const IS_MARK = /^<g class="mark-/;

/**
 * Where two drawings differ first, as text for a person, or undefined.
 *
 * @param isOrdered false when the items of a mark may be drawn in any order
 */
export function difference(expected, actual, isOrdered = true) {
  if (expected === actual) return undefined;
  return compareNodes(toTree(expected), toTree(actual), isOrdered);
}

function compareNodes(expected, actual, isOrdered) {
  if (!isSame(expected.part, actual.part)) return describe(expected.part, actual.part);
  const [left, right] = [expected.children, actual.children];
  if (left.length !== right.length) {
    return `in ${expected.part.slice(0, 60)}: expected ${left.length} elements, found ${right.length}`;
  }
  if (!isOrdered && IS_MARK.test(expected.part)) {
    return bagDifference(left, right, (one, other) => compareNodes(one, other, false), textOf);
  }
  for (let i = 0; i < left.length; i++) {
    const found = compareNodes(left[i], right[i], isOrdered);
    if (found) return found;
  }
  return undefined;
}

function isSame(expected, actual) {
  if (expected === actual) return true;
  if (!expected.startsWith('<') || !actual.startsWith('<')) return false;
  const [left, right] = [expected.match(TOKEN) ?? [], actual.match(TOKEN) ?? []];
  return (
    expected.replace(TOKEN, '0') === actual.replace(TOKEN, '0') &&
    left.every((token, i) => token === right[i] || (token[0] !== '#' && isClose(Number(token), Number(right[i]))))
  );
}

function describe(expected, actual) {
  let start = 0;
  while (start < expected.length && expected[start] === actual[start]) start++;
  const excerpt = (part) => `…${part.slice(Math.max(0, start - 60), start + 60)}…`;
  return `in ${expected.slice(0, 40)}: expected ${excerpt(expected)}, found ${excerpt(actual)}`;
}

/** Elements and texts of a drawing, each with what it contains. */
function toTree(text) {
  const root = { part: '', children: [] };
  const open = [root];
  for (const part of text.match(PART) ?? []) {
    if (part.startsWith('</')) {
      open.pop();
      continue;
    }
    const node = { part, children: [] };
    open.at(-1).children.push(node);
    if (part.startsWith('<') && !part.endsWith('/>')) open.push(node);
  }
  return root;
}

const textOf = ({ part, children }) => part + children.map(textOf).join('');
