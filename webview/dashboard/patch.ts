/** Makes what is on the page like something new, by as few changes as it takes: focus, selection and scrolling stay. */

/** Children with the same `data-key` are the same; others are, where their kind and order agree. */
export function patch(live: Element, fresh: Element): void {
  patchAttributes(live, fresh);
  patchChildren(live, fresh);
}

function patchAttributes(live: Element, fresh: Element): void {
  for (const { name } of [...live.attributes]) if (!fresh.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
}

function patchChildren(live: Element, fresh: Element): void {
  const byKey = new Map<string, Element>();
  for (const child of live.children) {
    const key = keyOf(child);
    if (key !== undefined) byKey.set(key, child);
  }
  let at: ChildNode | null = live.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const known = findSame(wanted, at, byKey);
    if (known === undefined) {
      live.insertBefore(wanted, at);
      continue;
    }
    if (known === at) at = at.nextSibling;
    else live.insertBefore(known, at);
    if (known instanceof Element && wanted instanceof Element) patch(known, wanted);
    else if (known.nodeValue !== wanted.nodeValue) known.nodeValue = wanted.nodeValue;
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

function findSame(wanted: Node, at: ChildNode | null, byKey: ReadonlyMap<string, Element>): ChildNode | undefined {
  const key = keyOf(wanted);
  if (key !== undefined) {
    const known = byKey.get(key);
    return known?.nodeName === wanted.nodeName ? known : undefined;
  }
  return at !== null && at.nodeName === wanted.nodeName && keyOf(at) === undefined ? at : undefined;
}

const keyOf = (node: Node): string | undefined =>
  node instanceof HTMLElement || node instanceof SVGElement ? node.dataset['key'] : undefined;
