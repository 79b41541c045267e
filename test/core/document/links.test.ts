import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Link } from '../../../core/document/model.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { marked } from './marked.ts';

/** Reads the links of a text marked as: for each link the whole of it, then its target. */
function readMarked(source: string): readonly Link[] {
  const { text, spans } = marked(source);
  const { links } = parseDocument(text, 'markdown');
  assert.deepEqual(
    links.flatMap((link) => [link.span, link.target]),
    spans,
  );
  return links;
}

const hrefs = (links: readonly Link[]): string[] => links.map((link) => `${link.kind} ${link.href}`);

describe('links', () => {
  it('have the whole and the target at their exact places', () => {
    const links = readMarked('a «[b](«c.md»)» d «![e](«f.png»)».\n');
    assert.deepEqual(hrefs(links), ['link c.md', 'image f.png']);
  });

  it('leave titles, angle brackets and blanks out of the target', () => {
    readMarked('«[b]( «c.md#d»  "e (f)" )» «[b](<«c d.md»> \'t\')» «[b](«c(d).md»)» «[b](«»)» «[b](<«»>)»\n');
  });

  it('resolve escapes and character references, not percent escapes', () => {
    assert.deepEqual(hrefs(readMarked('«[b](«a\\_b&amp;c%20d»)»\n')), ['link a_b&c%20d']);
  });

  it('hold images', () => {
    const { links } = parseDocument('[![a](b.png)](c.md)\n', 'markdown');
    assert.deepEqual(
      links.map((link) => [link.kind, link.span, link.target]),
      [
        ['link', { start: 0, end: 19 }, { start: 14, end: 18 }],
        ['image', { start: 1, end: 12 }, { start: 6, end: 11 }],
      ],
    );
  });

  it('are not those inside the alternative text of an image', () => {
    assert.deepEqual(hrefs(readMarked('«![a [b](c.md) ![d](e.png)](«f.png»)»\n')), ['image f.png']);
  });

  it('may be autolinks and addresses', () => {
    const links = readMarked('«<«https://a.example/?b=c»>» and «<«me@a.example»>»\n');
    assert.deepEqual(hrefs(links), ['link https://a.example/?b=c', 'link mailto:me@a.example']);
  });

  it('point to where their definition points', () => {
    const text = '[a][x] [X][] [x] ![b][x] [none] [x ][none]\n\n> [x]: <a b.md> "t"\n\n[x]: second.md\n';
    const { links } = parseDocument(text, 'markdown');
    const target = { start: text.indexOf('a b.md'), end: text.indexOf('a b.md') + 6 };
    assert.deepEqual(
      links.map((link) => [text.slice(link.span.start, link.span.end), link.kind, link.target, link.href]),
      [
        ['[a][x]', 'link', target, 'a b.md'],
        ['[X][]', 'link', target, 'a b.md'],
        ['[x]', 'link', target, 'a b.md'],
        ['![b][x]', 'image', target, 'a b.md'],
      ],
    );
  });

  it('find the target of a definition on a line of its own', () => {
    const text = '- [long\n  label]:\n  «x.md»\n  "t"\n\n[Long Label]\n';
    const { text: source, spans } = marked(text);
    const [link] = parseDocument(source, 'markdown').links;
    assert.deepEqual(link!.target, spans[0]);
  });

  it('may go over lines, in lists and quotes', () => {
    readMarked('> - a «[b\n>   c](«d.md»\n>   "e")»\n> - «[f](«g.md»)»\n');
  });

  it('stand in headings and table cells, with escaped pipes before them', () => {
    readMarked(
      '## A «[b](«c.md»)» ##\n\n| a \\| «[b](«c.md»)» | \\|\\| «![d](«e.png»)» |\n|---|---|\n| «[x\\|y](«z.md»)» | |\n',
    );
  });

  it('are counted at the right place when a line has escapes on both sides', () => {
    const links = readMarked('| a |\n|---|\n| \\| «[b\\|](«c\\|d.md»)» \\| |\n');
    assert.deepEqual(hrefs(links), ['link c|d.md']);
  });

  it('are not those in code, comments or escapes', () => {
    const text = '`[a](b)` \\[a](b) <!-- [a](b) -->\n\n```\n[a](b)\n```\n\n<!-- <img src="x"> -->\n';
    assert.deepEqual(parseDocument(text, 'markdown').links, []);
  });

  it('take no brackets for links: tasks, footnotes, undefined labels', () => {
    assert.deepEqual(parseDocument('- [ ] a\n- [x] b [^1] [c]\n\n[d]: e\n', 'markdown').links, []);
  });

  it('are read from the tags of HTML blocks and of running text', () => {
    const links = readMarked(
      '<p>\n«<img alt="a" src="«b.png»">»\n  «<A HREF=\'«c.md?d&amp;e»\' >»x</A>\n</p>\n\na «<img src=«d.png» />» b\n',
    );
    assert.deepEqual(hrefs(links), ['image b.png', 'link c.md?d&e', 'image d.png']);
  });

  it('are not taken from look-alikes in HTML', () => {
    const text =
      '<div>\n<a name="x" title=" href=y"> <imgx src="z"> <img data-src="z"> <a href="z"\n<!-- <a href="z"> -->\n</div>\n';
    assert.deepEqual(parseDocument(text, 'markdown').links, []);
  });

  it('keep any scheme: what may be opened is not for the reader of text to decide', () => {
    assert.deepEqual(hrefs(readMarked('«[a](«file:///x»)» «[b](«javascript:x»)»\n')), [
      'link file:///x',
      'link javascript:x',
    ]);
  });

  it('come in order of place', () => {
    const text = '<a href="1">\n\n[![a](2)](3) [b](4)\n\n| [c](5) |\n|---|\n\n<img src="6">\n';
    assert.deepEqual(
      parseDocument(text, 'markdown').links.map((link) => link.href),
      ['1', '3', '2', '4', '5', '6'],
    );
  });
});
