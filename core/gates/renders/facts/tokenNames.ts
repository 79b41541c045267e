/** Says in people's words what Mermaid's grammars call their tokens. */

const names: Readonly<Record<string, string>> = {
  SQE: '`]`',
  SQS: '`[`',
  PE: '`)`',
  PS: '`(`',
  STADIUMEND: '`])`',
  SUBROUTINEEND: '`]]`',
  CYLINDEREND: '`)]`',
  DOUBLECIRCLEEND: '`)))`',
  DIAMOND_START: '`{`',
  DIAMOND_STOP: '`}`',
  TRAPEND: '`/]`',
  INVTRAPEND: '`\\]`',
  PIPE: '`|`',
  TAGEND: '`>`',
  COLON: '`:`',
  COMMA: '`,`',
  SEMI: '`;`',
  AMP: '`&`',
  MINUS: '`-`',
  DOT: '`.`',
  NEWLINE: 'a new line',
  EOF: 'the end of the diagram',
  LINK: 'an arrow',
  START_LINK: 'an arrow',
  ARROW: 'an arrow',
  SOLID_ARROW: 'an arrow',
  DOTTED_ARROW: 'an arrow',
  SOLID_OPEN_ARROW: 'an arrow',
  DOTTED_OPEN_ARROW: 'an arrow',
  NODE_STRING: 'a name',
  ACTOR: 'a participant',
  ALPHA: 'a name',
  ID: 'a name',
  STR: 'a text in quotes',
  STRING: 'a text in quotes',
  NUM: 'a number',
  NUMBER: 'a number',
  TEXT: 'text',
  TXT: '`:` and a text',
  taskTxt: 'a task',
  taskData: '`:` and the dates of the task',
  STYLE_SEPARATOR: '`:::`',
};

/** The ways a label ends. A grammar that is inside a label would take any of them. */
const labelEnds: readonly string[] = [
  'SQE',
  'PE',
  '-)',
  'STADIUMEND',
  'SUBROUTINEEND',
  'CYLINDEREND',
  'DOUBLECIRCLEEND',
  'DIAMOND_STOP',
  'TRAPEND',
  'INVTRAPEND',
  'TAGEND',
  'PIPE',
];

/** What a flowchart's name may consist of; said in one word where names are expected. */
const nameParts: readonly string[] = ['AMP', 'COLON', 'COMMA', 'MINUS', 'MULT', 'BRKT', 'NUM', 'DEFAULT', 'DOWN', 'UP'];

/** Whether the parser was inside a label when it met what it does not understand. */
export function isInsideLabel(expected: readonly string[]): boolean {
  return expected.some((token) => labelEnds.includes(bare(token)));
}

/** Names for the tokens a parser would have taken, without repetition, at most `limit`; tokens without a name are left out. */
export function nameTokens(tokens: readonly string[], limit: number): readonly string[] {
  const ends = tokens.filter((token) => labelEnds.includes(bare(token)));
  const isNameExpected = tokens.some((token) => bare(token) === 'NODE_STRING');
  const found = new Set<string>(isNameExpected ? ['a name'] : []);
  for (const token of tokens) {
    if (isNameExpected && nameParts.includes(bare(token))) continue;
    const isOneOfManyEnds = ends.length > 1 && ends.includes(token);
    const name = isOneOfManyEnds ? 'the end of the label' : nameToken(bare(token));
    if (name !== undefined) found.add(name);
  }
  // Inside a label any text would do; saying so helps nobody.
  if (ends.length > 1) found.delete('text');
  return [...found].slice(0, limit);
}

const bare = (token: string): string => token.replace(/^'|'$/g, '');

function nameToken(token: string): string | undefined {
  // Jison names keywords and signs by themselves, and everything else in capitals.
  const isLiteral = /^[a-z][\w-]*$/.test(token) || /^[^\w\s]+$/.test(token);
  return Object.hasOwn(names, token) ? names[token] : isLiteral ? `\`${token}\`` : undefined;
}
