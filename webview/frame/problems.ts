/** Makes one shape of the many things that Mermaid and its libraries throw. */
import type { RenderProblem } from '../../core/protocol.ts';
import { PartMissing } from './parts.ts';

const longest = 2_000;

/** Mermaid throws errors, plain objects `{ str, message, hash }` and, from image shapes, bare events. */
export function problemOf(thrown: unknown, diagram: string): RenderProblem {
  const message = messageOf(thrown);
  if (thrown instanceof PartMissing) return { kind: 'frame', message };
  // An image shape loads its picture while it is drawn; the policy refuses the network, and the browser words it like this.
  if (/image cannot be decoded|image could not be loaded|EncodingError/i.test(message) && /\bimg\s*:/.test(diagram)) {
    return { kind: 'remote-image' };
  }
  return { kind: 'mermaid', message: message.slice(0, longest) };
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (typeof thrown === 'object' && thrown !== null) {
    for (const name of ['message', 'str'] as const) {
      const value: unknown = Reflect.get(thrown, name);
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return String(thrown);
}
