// Compares drawings: the same text, but for numbers that differ by rounding.
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const TOLERANCE = 1e-6;

const isClose = (left, right) =>
  Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left), Math.abs(right));

/** Where two drawings differ first, as text for a person, or undefined. */
export function difference(expected, actual) {
  if (expected === actual) return undefined;
  const [left, right] = [split(expected), split(actual)];
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [left[i], right[i]];
    const isNumber = i % 2 === 1;
    if (a === b || (isNumber && a !== undefined && b !== undefined && isClose(Number(a), Number(b)))) continue;
    const around = (parts) => parts.slice(Math.max(0, i - 2), i + 3).join('').slice(0, 160);
    return `expected …${around(left)}…, found …${around(right)}…`;
  }
  return undefined;
}

/** Text and numbers in turn. */
function split(drawing) {
  const parts = [];
  let end = 0;
  for (const match of drawing.matchAll(NUMBER)) {
    parts.push(drawing.slice(end, match.index), match[0]);
    end = match.index + match[0].length;
  }
  parts.push(drawing.slice(end));
  return parts;
}
