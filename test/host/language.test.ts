/** Mermaid has colours, alone and inside Markdown: read with the tokenizer of the VS Code the tests run in. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { say } from './say.ts';

/** The little we use of VS Code's own tokenizer. */
interface TextMate {
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
  readonly INITIAL: unknown;
  readonly parseRawGrammar: (text: string, file: string) => unknown;
}
interface Grammar {
  tokenizeLine(line: string, state: unknown): { readonly tokens: readonly Token[]; readonly ruleStack: unknown };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
interface Oniguruma {
  readonly loadWASM: (wasm: ArrayBufferLike) => Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}
interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const modules = ['node_modules', 'node_modules.asar']
  .map((folder) => path.join(vscode.env.appRoot, folder))
  .find((folder) => existsSync(path.join(folder, 'vscode-textmate')));

/** Every grammar of every installed extension, ours among them. */
const contributions = vscode.extensions.all.flatMap((extension) => {
  // A manifest is what VS Code read from package.json; those with grammars were checked by it.
  const manifest = extension.packageJSON as { contributes?: { grammars?: readonly GrammarContribution[] } };
  return (manifest.contributes?.grammars ?? []).map((grammar) => ({
    ...grammar,
    file: path.join(extension.extensionPath, grammar.path),
  }));
});

const loadGrammar = async (folder: string, scope: string): Promise<(text: string) => readonly string[]> => {
  const load = createRequire(path.join(folder, 'index.js'));
  // Their types are not installed; the interfaces above say what is used.
  const textMate = load('vscode-textmate') as TextMate;
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  const wasm = await readFile(path.join(folder, 'vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (wanted: string) => {
      const file = contributions.find((grammar) => grammar.scopeName === wanted)?.file;
      return file === undefined ? null : textMate.parseRawGrammar(await readFile(file, 'utf8'), file);
    },
    getInjections: (into: string) =>
      contributions.filter((grammar) => grammar.injectTo?.includes(into)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  return (text) => {
    let state = textMate.INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map((token) => `${line.slice(token.startIndex, token.endIndex)} ${token.scopes.join(' ')}`);
    });
  };
};

/** Whether a token that is `characters` has the scope. */
const has = (tokens: readonly string[], characters: string, scope: string): boolean =>
  tokens.some((token) => token.startsWith(`${characters} `) && token.split(' ').includes(scope));

const diagram = 'flowchart LR\n  %% how a seat is held\n  desk[Booking desk] -->|p99: 45ms| seats\n';

describe('colours', () => {
  let tokenizeMermaid: (text: string) => readonly string[];
  let tokenizeMarkdown: (text: string) => readonly string[];

  before(async function () {
    if (modules === undefined) {
      say('skipped: this VS Code does not give away its tokenizer');
      this.skip();
    }
    tokenizeMermaid = await loadGrammar(modules, 'source.mermaid');
    tokenizeMarkdown = await loadGrammar(modules, 'text.html.markdown');
  });

  it('tell keywords, labels, arrows and comments of a Mermaid file apart', () => {
    const tokens = tokenizeMermaid(diagram);
    assert(has(tokens, 'flowchart', 'keyword.control.diagram.mermaid'));
    assert(has(tokens, 'LR', 'constant.language.mermaid'));
    assert(has(tokens, 'Booking desk', 'string.unquoted.label.mermaid'));
    assert(has(tokens, '-->', 'keyword.operator.arrow.mermaid'));
    assert(has(tokens, 'p99: 45ms', 'string.unquoted.label.mermaid'));
    assert(has(tokens, '  %% how a seat is held', 'comment.line.percentage.mermaid'));
  });

  it('know the arrows of other diagrams', () => {
    for (const [line, arrow] of [
      ['  traveller->>desk: asks', '->>'],
      ['  desk-->>traveller: answers', '-->>'],
      ['  TRAIN ||--o{ SEAT : has', '||--o{'],
      ['  Train <|-- NightTrain', '<|--'],
      ['  a -.-> b', '-.->'],
    ] as const) {
      assert(has(tokenizeMermaid(line), arrow, 'keyword.operator.arrow.mermaid'), line);
    }
  });

  it('are there in a fence, a quote, a list and a container of a Markdown page', () => {
    for (const page of [
      `\`\`\`mermaid {width=80}\n${diagram}\`\`\`\n`,
      `> \`\`\`mermaid\n${diagram.replaceAll(/^(?=.)/gm, '> ')}> \`\`\`\n`,
      `- item\n\n  ~~~mermaid\n${diagram.replaceAll(/^(?=.)/gm, '  ')}  ~~~\n`,
      `:::mermaid\n${diagram}:::\n`,
    ]) {
      const tokens = tokenizeMarkdown(`${page}\nflowchart\n`);
      assert(has(tokens, 'flowchart', 'keyword.control.diagram.mermaid'), page);
      assert(has(tokens, 'flowchart', 'meta.paragraph.markdown'), `they end with ${page}`);
    }
  });

  it('are not there in a fence of another language', () => {
    const tokens = tokenizeMarkdown(`\`\`\`mermaids\n${diagram}\`\`\`\n`);
    assert(!tokens.some((token) => token.includes('.mermaid')));
  });
});
