/** What is true of every document that was read, whatever its text. */
import assert from 'node:assert/strict';
import type { Span } from '../../../core/model.ts';
import type { Block, DocumentModel } from '../../../core/document/model.ts';

/** Throws when spans of `model` leave the text, overlap, are out of order or do not slice to the texts they place. */
export function assertSound(model: DocumentModel): void {
  let end = 0;
  for (const block of model.blocks) {
    if (block.span.start < end) assert.fail(`${block.kind} at ${block.span.start} overlaps what ends at ${end}`);
    assertInside(block.span, { start: 0, end: model.text.length });
    for (const part of partsOf(block)) assertInside(part, block.span);
    assertTexts(model.text, block);
    end = block.span.end;
  }
  for (const link of model.links) {
    assertInside(link.span, { start: 0, end: model.text.length });
    assertInside(link.target, { start: 0, end: model.text.length });
    const written = model.text.slice(link.span.start, link.span.end);
    assert.match(written, link.kind === 'image' ? /^(?:!\[[^]*[)\]]|<[^]*>)$/ : /^(?:\[[^]*[)\]]|<[^]*>)$/);
    const isPlain = /^[\w./:#?=-]*$/.test(link.href);
    if (isPlain) assert.equal(model.text.slice(link.target.start, link.target.end), link.href);
  }
  for (const definition of model.definitions) {
    assert.match(model.text.slice(definition.start, definition.end), /^\[[^]*\]:/);
  }
}

function assertInside(inner: Span, outer: Span): void {
  const isInside = outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  if (!isInside) assert.fail(`${inner.start}-${inner.end} is outside ${outer.start}-${outer.end}`);
}

function partsOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'diagram':
      return block.info === undefined ? block.lines : [block.info, ...block.lines];
    case 'code':
    case 'text':
      return block.lines;
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => [row.span, ...row.cells.map((cell) => cell.span)]);
    case 'heading':
    case 'front-matter':
      return [block.content];
    default:
      return [];
  }
}

function assertTexts(source: string, block: Block): void {
  const slice = ({ start, end }: Span): string => source.slice(start, end);
  if (block.kind === 'diagram' || block.kind === 'code' || block.kind === 'text') {
    const lines = block.text.split('\n');
    assert.equal(lines.length, block.lines.length);
    lines.forEach((line, index) => {
      const place = block.lines[index]!;
      if (line === slice(place)) return;
      // A tab that the indentation ends within leaves up to three spaces that the source does not have.
      const isSplitTab = block.kind !== 'text' && source[place.start - 1] === '\t';
      const expanded = line.length - (place.end - place.start);
      assert.ok(isSplitTab && expanded <= 3, `${JSON.stringify(line)} is not at ${place.start}-${place.end}`);
      assert.equal(line, ' '.repeat(expanded) + slice(place));
    });
  }
  if (block.kind === 'table') {
    const rows = [block.header, ...block.rows];
    for (const row of rows) assert.equal(row.cells.length, block.header.cells.length);
    for (const cell of rows.flatMap((row) => row.cells))
      assert.equal(cell.text, slice(cell.span).replaceAll('\\|', '|'));
  }
  if (block.kind === 'diagram' && block.form === 'fence') {
    assert.match(slice(block.span), block.closed ? /^(```|~~~)[^]*(```|~~~)$/ : /^(```|~~~)/);
  }
}
