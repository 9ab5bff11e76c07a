/**
 * The value of a JSON text in which the kernel has tagged what JSON has not: `{"$date": millis}`, with null for an
 * invalid date, `{"$number": "NaN"}`, `{"$undefined": true}`. An object of the data that looks like a tag has one more
 * `$` in front of its only name.
 */
export function parseTagged(text: string): unknown {
  return untag(JSON.parse(text));
}

function untag(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(untag);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first?.[0].startsWith("$")) {
    return ofTag(...first);
  }
  return Object.fromEntries(members.map(([name, member]) => [name, untag(member)]));
}

function ofTag(name: string, content: unknown): unknown {
  switch (name) {
    case "$date":
      return new Date(content === null ? Number.NaN : Number(content));
    case "$number":
      return Number(content);
    case "$undefined":
      return undefined;
    default:
      return { [name.slice(1)]: untag(content) };
  }
}
