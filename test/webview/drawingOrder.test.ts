/** Which drawings are made and kept; no browser is needed for that. */
import assert from 'node:assert/strict';
import type { Palette } from '../../core/protocol.ts';
import type { DrawRequest, DrawResult } from '../../webview/shell/frameHost.ts';
import type { Picture } from '../../webview/shell/picture.ts';
import { Pictures } from '../../webview/shell/pictures.ts';
import type { Outcome, Wanted } from '../../webview/shell/pictures.ts';
import { eventually } from '../support/eventually.ts';

const palette: Palette = {
  ...{ look: 'editor', kind: 'light', paper: '#ffffff', ink: '#000000', accent: '#0000ff' },
  ...{ font: 'sans-serif', labels: 'html' },
} as const;
const forFiles: Palette = { ...palette, labels: 'text' };

const wish = (key: string): Wanted => ({ key, text: key });

/** More than any trial here needs. */
const mostDrawn = 20;

interface Trial {
  readonly pictures: Pictures;
  /** The keys of what was drawn, in order. */
  readonly drawn: string[];
}

const outcomeOf = (pictures: Pictures, key: string, colours = palette): Promise<Outcome> =>
  eventually(`the drawing of ${key}`, () => pictures.get(key, colours));

/** Pictures of `characters` each; what `fails` says does not come to be. */
function trial(characters: number, fails: (request: DrawRequest) => boolean = () => false): Trial {
  const drawn: string[] = [];
  const source = '.'.repeat(characters);
  const pictures = new Pictures(
    {
      draw: (request): Promise<DrawResult> => {
        drawn.push(request.key);
        // A circle of drawings that push each other out would never end.
        if (drawn.length > mostDrawn) return new Promise(() => undefined);
        if (fails(request)) return Promise.resolve({ kind: 'failed', problem: { kind: 'timeout', budget: 1 } });
        return Promise.resolve({
          kind: 'drawn',
          drawn: { svg: source, paper: '#ffffff', ink: '#000000', blocked: 0 },
        });
      },
      abandon: () => undefined,
      prepare: ({ svg }): Picture => ({
        ...{ source: svg, width: 1, height: 1, paper: '#ffffff', ink: '#000000', blocked: 0 },
        take: () => assert.fail('nobody shows it here'),
      }),
      onChange: () => undefined,
    },
    palette,
  );
  return { pictures, drawn };
}

describe('the drawings of a page', () => {
  it('are made once each, however large all that is wanted is', async () => {
    const { pictures, drawn } = trial(6_000_000);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    pictures.want(keys.map(wish), palette);
    await outcomeOf(pictures, 'e');
    assert.equal(pictures.isBusy, false);
    assert.deepEqual(drawn, keys);
  });

  it('are dropped when nobody wants them and others need the room, the oldest first', async () => {
    const { pictures } = trial(6_000_000);
    for (const key of ['a', 'b', 'c', 'd']) {
      pictures.want([wish(key)], palette);
      await outcomeOf(pictures, key);
    }
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((key) => pictures.get(key)?.kind),
      [undefined, 'picture', 'picture', 'picture'],
    );
  });

  it('are made anew in all colours after somebody tries again', async () => {
    let isSlow = true;
    const { pictures, drawn } = trial(1, () => isSlow);
    const all = [wish('a'), { ...wish('a'), palette: forFiles }];
    pictures.want(all, palette);
    assert.equal((await outcomeOf(pictures, 'a', forFiles)).kind, 'problem');
    isSlow = false;
    pictures.insist('a');
    pictures.want(all, palette);
    assert.equal((await outcomeOf(pictures, 'a', forFiles)).kind, 'picture');
    assert.equal(pictures.get('a')?.kind, 'picture');
    assert.deepEqual(drawn, ['a', 'a', 'a', 'a']);
  });

  it('leave alone what could be drawn, when somebody tries again what could not', async () => {
    const { pictures, drawn } = trial(1, ({ palette: { labels } }) => labels === 'text');
    const all = [wish('a'), { ...wish('a'), palette: forFiles }, wish('ab')];
    pictures.want(all, palette);
    await outcomeOf(pictures, 'ab');
    pictures.forget('a');
    assert.deepEqual([pictures.get('a')?.kind, pictures.get('a', forFiles)], ['picture', undefined]);
    assert.deepEqual(drawn, ['a', 'a', 'ab']);
  });
});
