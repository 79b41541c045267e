import assert from 'node:assert/strict';
import { followExtends } from '../../../core/configuration/extends.ts';

/** Follows the chain from `first` among files of one folder, each given by what it extends. */
async function follow(first: string, files: Readonly<Record<string, string | undefined>>) {
  const textOf = (target: string | undefined): string => JSON.stringify({ extends: target });
  const { files: found, problem } = await followExtends({ place: first, text: textOf(files[first]) }, (target) =>
    Promise.resolve(
      target in files ? { place: target, text: textOf(files[target]) } : { problem: 'there is no such file' },
    ),
  );
  return { places: found.map(({ place }) => place), problem };
}

describe('what a configuration file extends', () => {
  it('comes after it, the nearest first', async () => {
    const files = { 'a.json': 'b.json', 'b.json': 'c.json', 'c.json': undefined };
    assert.deepEqual(await follow('a.json', files), { places: ['a.json', 'b.json', 'c.json'], problem: undefined });
    assert.deepEqual(await follow('c.json', files), { places: ['c.json'], problem: undefined });
  });

  it('that leads back to it is a problem of every file in the circle, and of no other', async () => {
    const files = { 'a.json': 'b.json', 'b.json': 'c.json', 'c.json': 'b.json', 'self.json': 'self.json' };
    const circle = (target: string): string =>
      `\`${target}\` cannot be extended: it leads back to this file. Take \`extends\` out of one of them.`;
    assert.deepEqual(await follow('a.json', files), { places: ['a.json', 'b.json', 'c.json'], problem: undefined });
    assert.deepEqual(await follow('b.json', files), { places: ['b.json', 'c.json'], problem: circle('c.json') });
    assert.deepEqual(await follow('c.json', files), { places: ['c.json', 'b.json'], problem: circle('b.json') });
    assert.deepEqual(await follow('self.json', files), { places: ['self.json'], problem: circle('self.json') });
  });

  it('that cannot be had is a problem of the file that names it', async () => {
    const files = { 'a.json': 'b.json', 'b.json': 'gone.json' };
    assert.deepEqual(await follow('a.json', files), { places: ['a.json', 'b.json'], problem: undefined });
    assert.deepEqual(await follow('b.json', files), {
      places: ['b.json'],
      problem: '`gone.json` cannot be extended: there is no such file.',
    });
  });

  it('ends somewhere', async () => {
    const long = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${at}.json`, `${at + 1}.json`]));
    const { places, problem } = await follow('0.json', long);
    assert.deepEqual([places.length, problem], [100, 'More than 100 files extend each other.']);
  });
});
