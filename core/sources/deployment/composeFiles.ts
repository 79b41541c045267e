/** Puts together what a Compose file says of a service in several places, and names the files it leads to. */
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';

/** Services that extend services are few; more of them run in a circle. */
const mostSteps = 20;

/** A service with what it takes over from others of the same file; whom it waits for is its own. */
export function extended(root: Tree, own: Tree): Tree {
  let service = own;
  let base = baseOf(root, own);
  for (let step = 0; base !== undefined && step < mostSteps; step += 1) {
    service = merged(service, base);
    base = baseOf(root, base);
  }
  return service;
}

function baseOf(root: Tree, service: Tree): Tree | undefined {
  if (textAt(service, 'extends', 'file') !== '') return undefined;
  const name = textAt(service, 'extends') || textAt(service, 'extends', 'service');
  return name === '' ? undefined : fieldOf(root, 'services', name);
}

const ownOnly = new Set(['extends', 'depends_on', 'links', 'profiles']);

function merged(own: Tree, base: Tree): Tree {
  if (own.kind === 'list' && base.kind === 'list') return { ...own, items: [...own.items, ...base.items] };
  if (own.kind !== 'map' || base.kind !== 'map') return own;
  const fields = new Map(own.fields);
  for (const [name, value] of base.fields) {
    const mine = fields.get(name);
    if (mine !== undefined) fields.set(name, merged(mine, value));
    else if (!ownOnly.has(name)) fields.set(name, value);
  }
  return { ...own, fields };
}

/** Files that services extend and that the file includes. */
export function filesElsewhere(root: Tree): readonly string[] {
  const bases = entriesAt(root, 'services').map(([, service]) => textAt(service, 'extends', 'file'));
  const included = itemsAt(root, 'include').flatMap((item) => [
    textAt(item) || textAt(item, 'path'),
    ...itemsAt(item, 'path').map((path) => textAt(path)),
  ]);
  return [...new Set([...bases, ...included])].filter((file) => file !== '');
}
