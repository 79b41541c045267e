/** Reads a document: its blocks, links and definitions with their exact places. */
import type { Env } from 'markdown-it';
import type { DocumentKind, Span } from '../model.ts';
import { parseBlocks } from './blockParser.ts';
import type { BlockCollector } from './collector.ts';
import { findFrontMatter } from './frontMatter.ts';
import { findHtmlLinks } from './html.ts';
import { diagramLanguages } from './languages.ts';
import { LineTable } from './lines.ts';
import { sourceSpans } from './linkedText.ts';
import { createLinkSearch } from './links.ts';
import type { DiagramBlock, DocumentModel, Link } from './model.ts';
import { BodySource } from './source.ts';

export interface ParseOptions {
  /** Fence languages that mean a diagram besides `mermaid`, in any case. */
  readonly fenceLanguages?: readonly string[];
}

/** Reads `text` from start to end. Any text can be read; nothing throws. */
export function parseDocument(text: string, kind: DocumentKind, options: ParseOptions = {}): DocumentModel {
  // A byte order mark belongs to the file, not to what its author wrote.
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return kind === 'mermaid' ? readMermaidFile(text, start) : readMarkdown(text, start, options.fenceLanguages);
}

function readMermaidFile(text: string, start: number): DocumentModel {
  const table = new LineTable(text);
  const lines: Span[] = [];
  for (let line = 0; line < table.count; line++) {
    lines.push({ start: line === 0 ? start : table.start(line), end: table.end(line) });
  }
  const diagram: DiagramBlock = {
    kind: 'diagram',
    form: 'file',
    span: { start, end: text.length },
    info: undefined,
    text: lines.map((line) => text.slice(line.start, line.end)).join('\n'),
    lines,
    closed: true,
  };
  return { kind: 'mermaid', text, blocks: [diagram], links: [], definitions: [] };
}

function readMarkdown(text: string, start: number, fenceLanguages: readonly string[] | undefined): DocumentModel {
  const frontMatter = findFrontMatter(text, start);
  const collector: BlockCollector = {
    source: new BodySource(text, frontMatter?.bodyStart ?? start),
    diagramLanguages: diagramLanguages(fenceLanguages),
    blocks: frontMatter === undefined ? [] : [frontMatter.block],
    definitions: [],
    targets: new Map(),
    linkedTexts: [],
    listDepth: 0,
  };
  const { references } = parseBlocks(collector);
  const links = findLinks(collector, references).sort((a, b) => a.span.start - b.span.start);
  return { kind: 'markdown', text, blocks: collector.blocks, links, definitions: collector.definitions };
}

function findLinks({ linkedTexts, targets }: BlockCollector, references: Env['references']): Link[] {
  const links: Link[] = [];
  const search = createLinkSearch(references);
  for (const linked of linkedTexts) {
    const found = linked.form === 'html' ? findHtmlLinks(linked.text) : search(linked.text);
    if (found.length === 0) continue;
    const toSource = sourceSpans(linked);
    for (const { kind, span, points } of found) {
      const target =
        'label' in points ? targets.get(points.label) : { target: toSource(points.span), href: points.href };
      if (target !== undefined) links.push({ kind, span: toSource(span), ...target });
    }
  }
  return links;
}
