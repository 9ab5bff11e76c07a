// Compares drawings: the same elements and texts, and numbers in attributes that differ by rounding at most.
import { isClose } from './values.mjs';

/** A tag, or the text between two. */
const PART = /<[^>]*>|[^<]+/g;
/** A colour or a number; the digits of a colour are no numbers. */
const TOKEN = /#[0-9a-f]{3,8}\b|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** Where two drawings differ first, as text for a person, or undefined. */
export function difference(expected, actual) {
  if (expected === actual) return undefined;
  const [left, right] = [expected.match(PART) ?? [], actual.match(PART) ?? []];
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    if (!isSame(left[i], right[i])) return describe(left[i] ?? 'its end', right[i] ?? 'its end');
  }
  return undefined;
}

function isSame(expected, actual) {
  if (expected === actual) return true;
  if (!expected?.startsWith('<') || !actual?.startsWith('<')) return false;
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
  const tag = expected.slice(0, 40);
  return `in ${tag}: expected ${excerpt(expected)}, found ${excerpt(actual)}`;
}
