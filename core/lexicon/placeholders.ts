/** What stands in a page until somebody writes what belongs there. */

/** Marks of unfinished work; only as capitals, and not as part of a longer name. */
const marks = ['TODO', 'TBD', 'TBA', 'TBC', 'FIXME', 'XXX'];

/** Names that stand for any name. */
const anyNames = ['foo', 'foobar', 'foo/bar', 'baz', 'qux'];

/** What templates ask for between angle brackets, square brackets or braces. */
const asked = [
  'address',
  'amount',
  'author',
  'client',
  'company',
  'component',
  'count',
  'currency',
  'customer',
  'date',
  'description',
  'email',
  'number',
  'organi[sz]ation',
  'owner',
  'person',
  'placeholder',
  'product',
  'project',
  'service',
  'system',
  'team',
  'technology',
  'title',
  'url',
  'value',
  'version',
];

const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const nouns = `(?:${oneOf(asked)})`;
/** `company`, `Company Name`, `your-company`, `insert date here`. */
const field = `(?:(?:your|insert|enter|add)[ _-][a-z][a-z _-]{0,40}|(?:[a-z]+[ _-])?${nouns}(?:[ _-](?:name|here|id))?)`;

/** Placeholders among words a reader sees. */
export const placeholderWords = new RegExp(
  `(?<![\\w-])(?:${oneOf(marks)})(?![\\w-])|(?<![\\w./-])(?:${oneOf(anyNames)}|Foo|Foobar)(?![\\w./-])|\\blorem ipsum\\b|\\bLorem ipsum\\b`,
  'g',
);

/** Placeholders that look like markup or addresses; looked for in the text as it is written. */
export const placeholderFields = new RegExp(
  `<${field}>|\\[(?:your|insert|enter) [a-z][a-z _-]{0,40}\\](?!\\()|\\[(?:company|organi[sz]ation|system|service|team|product) name\\](?!\\()|\\{\\{? ?${field} ?\\}?\\}|\\$\\{\\d+(?::[^{}\\n]{0,80})?\\}|(?<![\\w.-])(?:[\\w-]+\\.){0,5}example\\.(?:com|org|net)\\b`,
  'gi',
);
