/** ZenUML is a plug-in of Mermaid of three megabytes; its code is brought in when a diagram needs it. */
import type { ExternalDiagramDefinition } from 'mermaid';
import { zenumlPart } from '../../core/frameParts.ts';
import type { Parts } from './parts.ts';

type Plugin = Awaited<ReturnType<ExternalDiagramDefinition['loader']>>;

export const zenuml = (parts: Parts): ExternalDiagramDefinition => ({
  id: 'zenuml',
  detector: (text) => /^\s*zenuml/.test(text),
  loader: async () => {
    standInForStorage();
    const styles = new Set(document.head.querySelectorAll('style'));
    // What the plug-in's own loader gives; see build/parts.mjs.
    const part = (await parts.run(zenumlPart)) as { readonly load: () => Promise<Plugin> };
    const plugin = await part.load();
    // For a page of its own that is never shown here: they load fonts and would change how every other diagram looks.
    for (const style of document.head.querySelectorAll('style')) if (!styles.has(style)) style.remove();
    return plugin;
  },
});

/** The plug-in looks for its own settings as it starts, which an opaque origin forbids with an exception; there are none. */
function standInForStorage(): void {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { value: storage, configurable: true });
  }
}
