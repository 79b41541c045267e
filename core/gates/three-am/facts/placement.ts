/** Where on a page a missing signal belongs: at the end of the section that is nearest to it by its words. */
import { LineTable } from '../../../document/lines.ts';
import type { Block, DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { TextEdit } from '../../../model.ts';
import type { SignalId } from './signals.ts';

/** A section of that kind is looked for first; the page's first diagram stands in the section that is taken otherwise. */
const sectionWords: Readonly<Record<SignalId, RegExp>> = {
  failure_path: /fail|incident|error|outage|resilien|risk/i,
  run_or_read: /command|debug|diagnos|troubleshoot|investigat|runbook|what to run|3 ?am|on-?call/i,
  failure_modes: /impact|blast|fail|incident|risk/i,
  recovery: /recover|rollback|failover|restor|mitigat|fail|incident/i,
  alert_metric: /alert|monitor|metric|slo|sla|threshold|performance/i,
  where_to_look: /monitor|dashboard|observab|runbook|on-?call|where to look|alert/i,
};

interface Section {
  readonly heading: string;
  readonly hasDiagram: boolean;
  readonly last: Block;
}

/** The insertion of `text` for a signal; undefined where the section's end cannot be told. */
export function insertFor(id: SignalId, text: string, model: DocumentModel): TextEdit | undefined {
  const sections = sectionsOf(model);
  const words = sectionWords[id];
  const section =
    sections.findLast(({ heading }) => words.test(heading)) ?? sections.find(({ hasDiagram }) => hasDiagram);
  if (section === undefined || isOpenEnded(section.last, model.text)) return undefined;
  const lines = new LineTable(model.text);
  const line = lines.lineAt(Math.max(section.last.span.end - 1, section.last.span.start));
  const at = lines.end(line);
  const isFollowed =
    line + 1 < lines.count && model.text.slice(lines.start(line + 1), lines.end(line + 1)).trim() !== '';
  const ending = /\r?\n/.exec(model.text)?.[0] ?? '\n';
  return { span: { start: at, end: at }, text: `\n\n${text}${isFollowed ? '\n' : ''}`.replaceAll('\n', ending) };
}

/** Chapters by their headings, each with its own blocks only, without those that are empty. */
const sectionsOf: (model: DocumentModel) => readonly Section[] = remember(({ blocks }) => {
  const sections: Section[] = [];
  let heading = '';
  let open: { hasDiagram: boolean; last: Block } | undefined;
  const close = (): void => {
    if (open !== undefined) sections.push({ heading, ...open });
    open = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'front-matter') continue;
    if (block.kind === 'heading') {
      close();
      heading = block.text;
    } else {
      open = { hasDiagram: open?.hasDiagram === true || block.kind === 'diagram', last: block };
    }
  }
  close();
  return sections;
});

/** A fence or comment that is never closed takes in whatever is inserted behind it. */
function isOpenEnded(block: Block, text: string): boolean {
  switch (block.kind) {
    case 'diagram':
      return !block.closed;
    case 'code':
      return (
        /^[ \t>]*(?:`{3,}|~{3,})/.test(text.slice(block.span.start)) &&
        !/(?:`{3,}|~{3,})[ \t\r\n]*$/.test(text.slice(block.span.start + 3, block.span.end).slice(-200))
      );
    case 'comment':
      return !/-->\s*$/.test(text.slice(block.span.start, block.span.end).slice(-200));
    default:
      return false;
  }
}
