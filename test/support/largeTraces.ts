/** Writes large files of traces: Zipkin's JSON with fifty spans to a trace, as many as a size takes. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const spansAtOnce = 2_000;
const spansInTrace = 50;

export async function writeTraces(file: string, bytes: number): Promise<void> {
  const stream = createWriteStream(file);
  let spans = 0;
  let size = 0;
  while (size < bytes) {
    const chunk = Array.from({ length: spansAtOnce }, (_, index) => line(spans + index)).join('');
    spans += spansAtOnce;
    size += chunk.length;
    if (!stream.write(chunk)) await once(stream, 'drain');
  }
  stream.end('\n]\n');
  await once(stream, 'finish');
}

function line(index: number): string {
  const root = index - (index % spansInTrace);
  const span = {
    traceId: `t${root / spansInTrace}`,
    id: `s${index}`,
    ...(index === root ? { kind: 'SERVER' } : { parentId: `s${root}`, kind: 'CLIENT' }),
    name: `step ${index % 13}`,
    timestamp: 1_780_000_000_000_000 + index * 1000,
    duration: 900,
    localEndpoint: { serviceName: `service-${index % 7}` },
  };
  return `${index === 0 ? '[\n' : ',\n'}${JSON.stringify(span)}`;
}
