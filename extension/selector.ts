/** Where our language features are offered; a document without a result of ours gets nothing from them. */
import type * as vscode from 'vscode';
import { sharedConfigGlobs } from '../core/configuration/fileNames.ts';
import { markdownLanguages } from './ours.ts';

/** By language, and by file name since other extensions give Mermaid files ids of their own. */
export const ourSelector: vscode.DocumentSelector = [
  ...markdownLanguages,
  'mermaid',
  { pattern: '**/*.{mmd,mermaid}' },
  ...sharedConfigGlobs.map((name) => ({ pattern: `**/${name}` })),
];
