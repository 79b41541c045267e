/** What a request waited for: walks back from its end, each time to the child that ended last. The parts add up to the whole. */
import type { Call, Span } from './model.ts';

/** A span, and how long the request waited for that span's own work, in nanoseconds. */
export interface PathPart {
  readonly span: Span;
  readonly own: number;
}

/** In order of the spans' starts. */
export function criticalPath(root: Call): readonly PathPart[] {
  const own = new Map<Span, number>();
  // Each stretch of time belongs to a call from `from` to `to`; its children take their parts of it.
  const stretches = [{ call: root, from: root.span.start, to: root.span.end }];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const { call, from, to } = stretch;
    let end = to;
    let waited = 0;
    for (const child of [...call.children].sort((a, b) => b.span.end - a.span.end || b.span.start - a.span.start)) {
      const start = Math.max(child.span.start, from);
      const childEnd = child.span.end;
      // What ran beside another child, or went on after the answer, was not waited for.
      if (childEnd > end || start >= childEnd) continue;
      waited += end - childEnd;
      stretches.push({ call: child, from: start, to: childEnd });
      end = start;
    }
    own.set(call.span, (own.get(call.span) ?? 0) + waited + (end - from));
  }
  return [...own]
    .map(([span, time]) => ({ span, own: time }))
    .filter((part) => part.own > 0)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
