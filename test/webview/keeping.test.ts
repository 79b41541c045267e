/** What a panel keeps of itself while it is hidden. */
import assert from 'node:assert/strict';
import { longestKeptPictures, mostKeptPictures } from '../../core/protocol.ts';
import type { PreviewState } from '../../core/protocol.ts';
import { stateOf } from '../../webview/shell/keeping.ts';
import type { KeptFigure } from '../../webview/shell/keeping.ts';

/** A figure whose picture has so many characters. */
const drawn = (name: string, characters: number): KeptFigure => ({
  diagram: {
    ...{ key: name, line: 1, type: 'pie' },
    ...{ title: undefined, text: undefined, outline: undefined, fault: undefined },
    ...{ findings: undefined, planes: undefined },
  },
  picture: { source: '.'.repeat(characters), paper: '#ffffff', ink: '#000000' },
  zoom: { fit: 'auto', scale: 1 },
});

const keep = (figures: readonly KeptFigure[], current: KeptFigure | undefined, mode: 'one' | 'all'): PreviewState =>
  stateOf({
    ...{ document: { uri: 'file:///page.md', version: 1, name: 'page.md' }, mode, locked: false, listed: undefined },
    ...{ figures, current },
  });

const names = ({ pictures }: PreviewState): readonly string[] => pictures.map(({ diagram }) => diagram.key);

describe('what the preview keeps', () => {
  const half = longestKeptPictures / 2;
  const [first, second, third] = [drawn('first', half), drawn('second', half), drawn('third', half)];

  it('is the current picture alone where only that is seen', () => {
    const state = keep([first, second], second, 'one');
    assert.deepEqual(names(state), ['second']);
    assert.equal(state.current, 0);
  });

  it('is as many pictures of the page as there is room for, in their order', () => {
    const state = keep([first, second, third], first, 'all');
    assert.deepEqual(names(state), ['first', 'second']);
    assert.equal(state.current, 0);
  });

  it('is the current picture before all others', () => {
    const state = keep([first, second, third], third, 'all');
    assert.deepEqual(names(state), ['first', 'third']);
    assert.equal(state.current, 1);
  });

  it('is the current one of a page with more pictures than are kept', () => {
    const figures = Array.from({ length: mostKeptPictures + 5 }, (_, index) => drawn(String(index), 1));
    const state = keep(figures, figures.at(-1), 'all');
    assert.equal(state.pictures.length, mostKeptPictures);
    assert.equal(state.current, mostKeptPictures - 1);
    assert.equal(names(state).at(-1), String(mostKeptPictures + 4));
  });

  it('is no picture that is too long, nor one that is not there', () => {
    const missing = { ...first, picture: undefined };
    const state = keep([drawn('long', longestKeptPictures + 1), missing, second], missing, 'all');
    assert.deepEqual(names(state), ['second']);
    assert.equal(state.current, undefined);
  });
});
