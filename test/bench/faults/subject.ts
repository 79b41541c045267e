/** Our own engine as the benchmark asks it: one document in, what it finds and what it repairs out. */
import { setImmediate } from 'node:timers/promises';
import { DiagramCache } from '../../../core/diagramCache.ts';
import { checkDocument } from '../../../core/engine.ts';
import type { CheckedDocument, DocumentKind } from '../../../core/model.ts';
import type { Oracle } from '../../../core/ports.ts';
import { repairDocument } from '../../../core/repair.ts';

export interface Subject {
  check(text: string, kind: DocumentKind): Promise<CheckedDocument>;
  /** The text after *Fix all*, as the editor and the command line make it. */
  fix(text: string, kind: DocumentKind): Promise<string>;
}

export function createSubject(oracle: Oracle): Subject {
  const check: Subject['check'] = (text, kind) =>
    checkDocument(
      { uri: `bench:/diagram.${kind}`, version: 1, kind, text, settings: { profile: 'syntax' }, configFiles: [] },
      {
        oracle,
        cache: new DiagramCache(),
        tooSlow: new Set(),
        cancel: { cancelled: false },
        onParsing: () => undefined,
        onParsed: () => undefined,
        breathe: () => setImmediate(undefined),
      },
    );
  return {
    check,
    async fix(text, kind) {
      const repair = await repairDocument({ text, check: (candidate) => check(candidate, kind) });
      return repair?.text ?? text;
    },
  };
}
