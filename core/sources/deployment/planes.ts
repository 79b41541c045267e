/** Says in which plane a part lives: by the product it runs, by its kind, by its name, else it is a service. */
import { recogniseComponent } from '../../lexicon/components.ts';
import { defaultPlanes } from '../../lexicon/planes.ts';
import type { Plane } from '../../lexicon/planes.ts';

const service = defaultPlanes.find(({ name }) => name === 'service') ?? defaultPlanes[0];

export type PlaneName = 'edge' | 'service' | 'state' | 'control';

/** The names are tried in order; the first that says something decides. */
export function planeOf(names: readonly string[], known?: PlaneName): Plane | undefined {
  const found = known ?? names.map(planeOfName).find((name) => name !== undefined);
  return defaultPlanes.find(({ name }) => name === found) ?? service;
}

function planeOfName(name: string): string | undefined {
  // `bitnami/postgresql` is what stands behind the last slash; `cart-db` is two words.
  const words = name.slice(name.lastIndexOf('/') + 1).replaceAll(/[-_.]+/g, ' ');
  const planes: readonly string[] | undefined = recogniseComponent(words)?.planes;
  return planes?.find((plane) => plane !== 'stream');
}

export interface Image {
  readonly name: string;
  readonly version: string;
}

/** `registry:5000/shop/cart:1.4@sha256:…` is `registry:5000/shop/cart` in version `1.4`. */
export function readImage(written: string): Image {
  const image = written.replace(/@sha256:[\da-f]+$/i, '');
  const colon = image.indexOf(':', image.lastIndexOf('/') + 1);
  return colon === -1 ? { name: image, version: '' } : { name: image.slice(0, colon), version: image.slice(colon + 1) };
}

/** A setting that is called an address holds one: `DB_HOST: orders-db` names the host `orders-db`. */
export const addressIn = (name: string, value: string): string =>
  /(?:HOST|HOSTS|HOSTNAME|ADDR|ADDRESS|SERVER|SERVERS|ENDPOINT|URL|URI|BROKERS?)$/i.test(name) ? `//${value}` : value;

/** Whether a setting such as `postgres://user@orders-db:5432/x` names a host. */
export function namesHost(setting: string, host: string): boolean {
  if (host.length < 2) return false;
  for (let at = setting.indexOf(host); at !== -1; at = setting.indexOf(host, at + 1)) {
    const [before, after] = [setting.charAt(at - 1), setting.charAt(at + host.length)];
    const isSetApart = (at === 0 || '/@,= '.includes(before)) && (after === '' || ':/,.? '.includes(after));
    // A word on its own is no host: `redis` may be the name of a driver.
    const isHost = before === '/' || before === '@' || after === ':' || setting.startsWith('.svc', at + host.length);
    if (isSetApart && isHost) return true;
  }
  return false;
}
