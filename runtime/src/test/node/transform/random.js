// Random tables and transforms, the same for the same seed.

/** A stream of random choices. */
export function chooser(seed) {
  let state = seed;
  const next = () => {
    state = (1103515245 * state + 12345) % 2147483647;
    return state / 2147483647;
  };
  const below = (bound) => Math.floor(next() * bound);
  const choose = (list) => list[below(list.length)];
  const some = (list) => list.filter(() => next() < 0.5);
  return { next, below, choose, some };
}

const kinds = {
  number: ({ next }) => Math.round((next() - 0.3) * 2000) / 100,
  whole: ({ below }) => below(7) - 2,
  text: ({ choose }) => choose(['a', 'b', 'a|b', 'b c', 'é', '10', '9']),
  date: ({ below }) => new Date(1325376000000 + below(40) * 13 * 3600000 + below(3) * 500),
  flag: ({ next }) => next() < 0.5,
  mixed: (random) => kinds[random.choose(['number', 'whole', 'text', 'flag'])](random),
};
const gaps = [null, undefined, NaN, ''];

/** Rows with a column of each kind, one in ten values a gap; whole numbers and texts without undefined. */
export function table(random, length) {
  return Array.from({ length }, (_, id) => {
    const row = { id };
    for (const kind of Object.keys(kinds)) {
      row[kind] = random.next() < 0.1 ? random.choose(kind === 'whole' || kind === 'text' ? [null] : gaps) : kinds[kind](random);
    }
    return row;
  });
}

export const fields = Object.keys(kinds);
