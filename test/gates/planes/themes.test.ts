/** Holds the label colours of the themes against Mermaid's own. */
import assert from 'node:assert/strict';
import { themeTextColours } from '../../../core/gates/planes/facts/themeText.ts';

interface Mermaid {
  initialize(config: { readonly theme: string }): void;
  readonly mermaidAPI: { getConfig(): { readonly themeVariables: Readonly<Record<string, string | undefined>> } };
}

describe('the label colours of the themes', () => {
  it('are Mermaid’s', async () => {
    // Mermaid's own types do not say what a theme's variables are.
    const { default: mermaid } = (await import('mermaid')) as unknown as { default: Mermaid };
    const colours = Object.keys(themeTextColours).map((theme) => {
      mermaid.initialize({ theme });
      const { nodeTextColor, textColor } = mermaid.mermaidAPI.getConfig().themeVariables;
      return [theme, nodeTextColor ?? textColor];
    });
    assert.deepEqual(Object.fromEntries(colours), themeTextColours);
  });
});
