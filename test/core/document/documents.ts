/** Makes documents for property tests: arbitrary texts of Markdown's most troublesome pieces. */
import fc from 'fast-check';

const pieces = [
  ['\n', '\n', '\n\n', '  \n', '\r\n', '\r'],
  ['- ', '1. ', '> ', '  ', '    ', '\t', '# ', '===', '---', '+++'],
  ['```', '````', '~~~', 'mermaid', '```mermaid\n', ':::', ':::mermaid\n', '%%'],
  ['|', '\\|', '| a | b |', '|---|---|', '| --- |'],
  ['[', ']', '![', '](', '(b.md)', '[a]', '[a]: /u', '<http://x>', '<b c>', '"t"'],
  ['<!--', '-->', '<div>', '</div>', '<a href="x">', "<img src='y'>"],
  ['text', '`', '*', '**', '_', '\\', '&amp;', 'é😀', '\u00a0', '\u2028', '\u0000', '\uFEFF', '\uD800'],
].flat();

export const troublesomeText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((list) => list.join(''));

/** Anything at all, now and then. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: troublesomeText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
