/** Colours as CSS writes them, and WCAG's arithmetic. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  contrastOf,
  darken,
  distanceOf,
  formatColour,
  inkOn,
  leastContrast,
  parseColour,
} from '../../../core/colour/colour.ts';
import type { Colour } from '../../../core/colour/colour.ts';
import { defaultPlanes } from '../../../core/lexicon/planes.ts';

function read(text: string): Colour {
  const colour = parseColour(text);
  assert.ok(colour !== undefined, text);
  return colour;
}

const channel = fc.integer({ min: 0, max: 255 });
const opaque = fc.record(
  { red: channel, green: channel, blue: channel, alpha: fc.constant(1) },
  { noNullPrototype: true },
);

describe('a colour', () => {
  it('is read in every form that CSS has for diagrams', () => {
    const forms: Readonly<Record<string, string>> = {
      '#38F': '#3388FF',
      '#3b82f6': '#3B82F6',
      '#3B82F680': '#3B82F680',
      ' Navy ': '#000080',
      'rgb(59, 130, 246)': '#3B82F6',
      'rgb(100% 0% 0% / 50%)': '#FF000080',
      'rgba(0,0,0,0.5)': '#00000080',
      'hsl(217, 91%, 60%)': '#3C83F6',
      'hsl(-120deg 100% 50%)': '#0000FF',
      '#fff !important': '#FFFFFF',
      none: '#00000000',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(forms).map((text) => [text, formatColour(read(text))])), forms);
  });

  it('is not read where there is none', () => {
    for (const text of ['', '#12', '#12345', '#ggg', 'reddish', 'rgb(1,2)', 'rgb(a,b,c)', 'url(#x)', 'var(--ink)']) {
      assert.equal(parseColour(text), undefined, text);
    }
  });

  it('comes back as it was written', () => {
    fc.assert(fc.property(opaque, (colour) => assert.deepEqual(read(formatColour(colour)), colour)));
    fc.assert(fc.property(fc.string(), (text) => void parseColour(text)));
  });
});

describe('contrast', () => {
  it('is WCAG’s', () => {
    const ratios = [
      ['#FFFFFF', '#000000', 21],
      ['#777777', '#FFFFFF', 4.48],
      ['#FFFFFF', '#10B981', 2.54],
    ] as const;
    for (const [one, other, ratio] of ratios) {
      assert.ok(Math.abs(contrastOf(read(one), read(other)) - ratio) < 0.01, `${one} ${other}`);
      assert.equal(contrastOf(read(one), read(other)), contrastOf(read(other), read(one)));
    }
  });

  it('is enough for the ink chosen, on any fill', () => {
    fc.assert(fc.property(opaque, (fill) => contrastOf(inkOn(fill), fill) >= leastContrast));
  });
});

describe('the colours of planes', () => {
  it('are apart from each other, and darker around the box', () => {
    const fills = defaultPlanes.flatMap((plane) => plane.fills.map(read));
    for (const [index, fill] of fills.entries()) {
      assert.ok(contrastOf(darken(fill), fill) > 1.5);
      for (const other of fills.slice(index + 1)) assert.ok(distanceOf(fill, other) > 30);
    }
  });
});
