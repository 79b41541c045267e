/** Icon packs in small files: before a diagram is drawn, the files with the icons it names are brought in. */
import mermaid from 'mermaid';
import { iconPacks, iconPart } from '../../core/frameParts.ts';
import type { IconPack } from '../../core/frameParts.ts';
import type { Parts } from './parts.ts';

/** A file of a pack, as build/parts.mjs writes it. */
interface IconFile {
  readonly icons: Readonly<Record<string, Icon>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

interface Icon {
  readonly body: string;
}

interface Pack {
  readonly prefix: string;
  /** Mermaid looks into this object while it draws, so what is added later counts. */
  readonly icons: Record<string, Icon>;
  width: number;
  height: number;
}

const named = new RegExp(`(?<![\\w-])(${iconPacks.join('|')}):([a-z0-9]+(?:-[a-z0-9]+)*)`, 'g');

/** An alias leads to an icon, not to further aliases without end. */
const mostSteps = 3;

export class Icons {
  readonly #parts: Parts;
  readonly #packs = new Map<IconPack, Pack>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Makes the icons known that `text` names. */
  async prepare(text: string): Promise<void> {
    const wanted = new Map([...text.matchAll(named)].map(([all, pack, icon]) => [all, { pack, icon }]));
    for (const { pack, icon } of wanted.values()) {
      const known = iconPacks.find((name) => name === pack);
      if (known !== undefined && icon !== undefined) await this.#add(known, icon);
    }
  }

  async #add(name: IconPack, icon: string): Promise<void> {
    const pack = this.#packOf(name);
    let wanted = icon;
    for (let step = 0; step < mostSteps && !Object.hasOwn(pack.icons, icon); step += 1) {
      const file = await this.#read(name, wanted);
      pack.width = file.width;
      pack.height = file.height;
      const found = Object.hasOwn(file.icons, wanted) ? file.icons[wanted] : undefined;
      if (found !== undefined) pack.icons[icon] = found;
      const parent = Object.hasOwn(file.aliases, wanted) ? file.aliases[wanted] : undefined;
      // Mermaid draws a question mark for an icon that is not there.
      if (parent === undefined) return;
      wanted = parent;
    }
  }

  #packOf(name: IconPack): Pack {
    const known = this.#packs.get(name);
    if (known !== undefined) return known;
    const pack: Pack = { prefix: name, icons: {}, width: 24, height: 24 };
    this.#packs.set(name, pack);
    mermaid.registerIconPacks([{ name, icons: pack }]);
    return pack;
  }

  async #read(pack: IconPack, icon: string): Promise<IconFile> {
    // The build wrote the file; see build/parts.mjs.
    return JSON.parse(await this.#parts.fetch(iconPart(pack, icon))) as IconFile;
  }
}
