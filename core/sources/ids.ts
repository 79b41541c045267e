/** Gives what a diagram draws ids that Mermaid takes for nothing else: readable where the name allows it, each only once. */

/** What some diagram type reads as a keyword at the start of a statement, or JavaScript as a part of every object. */
const reserved =
  /^(?:end|graph|flowchart|subgraph|direction|style|linkstyle|classdef|class|click|call|href|default|tb|td|bt|lr|rl|title|acc\w*|participant|actor|note|over|left|right|of|as|loop|alt|else|opt|par|and|rect|break|critical|option|box|activate|deactivate|autonumber|create|destroy|links?|properties|details|section|only|one|zero|or|more|many|to|optionally|u|o|x|v|constructor|prototype|tostring|valueof|tolocalestring|hasownproperty|isprototypeof|propertyisenumerable|proto)$/i;

const mostLength = 40;

/** Remembers, for one diagram, which thing has which id. */
export function createIds(prefix: string): (key: string, name?: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (key, name = key) => {
    const known = given.get(key);
    if (known !== undefined) return known;
    const base = idFrom(name, prefix);
    let id = base;
    for (let copy = 2; taken.has(id.toLowerCase()); copy += 1) id = `${base}_${copy}`;
    taken.add(id.toLowerCase());
    given.set(key, id);
    return id;
  };
}

function idFrom(name: string, prefix: string): string {
  const words = name
    .slice(0, 200)
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, mostLength)
    .replace(/_+$/, '');
  if (words === '') return prefix;
  // After the arrow `--x-`, an `x` reads as another arrow's head.
  return /^[\dx]/i.test(words) || reserved.test(words) ? `${prefix}_${words}` : words;
}
