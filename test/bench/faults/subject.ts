/** Our own engine as the benchmark asks it: one document in, what it finds and what it repairs out. */
import { setImmediate } from 'node:timers/promises';
import { DiagramCache } from '../../../core/diagramCache.ts';
import { applyEdits } from '../../../core/document/edits.ts';
import { checkDocument } from '../../../core/engine.ts';
import { fixAll } from '../../../core/fixAll.ts';
import type { CheckedDocument, DocumentKind } from '../../../core/model.ts';
import type { Oracle } from '../../../core/ports.ts';

export interface Subject {
  check(text: string, kind: DocumentKind): Promise<CheckedDocument>;
  /** The text after *Fix all*, asked again until nothing can be repaired any more. */
  fix(text: string, kind: DocumentKind): Promise<string>;
}

const rounds = 5;

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
      let fixed = text;
      for (let round = 0; round < rounds; round++) {
        const { findings } = await check(fixed, kind);
        const edits = fixAll(findings);
        if (edits.length === 0) break;
        fixed = applyEdits(fixed, edits);
      }
      return fixed;
    },
  };
}
