/**
 * The page in which the command line has diagrams drawn: the same frame, cleaning and picture-making as in the preview, and
 * nothing to look at. It has no network; the program takes its messages with `next` and hands it others with `receive`.
 */
import { parseToPage } from '../../../core/renderProtocol.ts';
import type { DrawOrder, FromPage } from '../../../core/renderProtocol.ts';
import type { Palette } from '../../../core/protocol.ts';
import { documentOf } from '../document.ts';
import { FrameHost } from '../frameHost.ts';
import type { DrawResult } from '../frameHost.ts';
import { imageOf } from '../image.ts';
import { exportPalette } from '../palette.ts';
import { createPicture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { createSanitiser } from '../sanitise.ts';

export interface RenderingPage {
  /** The next message to the program, once there is one. */
  next(): Promise<FromPage>;
  receive(raw: unknown): void;
}

interface Setup {
  readonly frameScript: string;
  readonly nonce: string;
  /** The time one drawing may take, in milliseconds. */
  readonly budget: number;
}

/** Programs and machines have these, or something like them. */
const plain: Omit<Palette, 'look'> = {
  kind: 'light',
  paper: '#ffffff',
  ink: '#1f1f1f',
  accent: '#005fb8',
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  labels: 'html',
};

export function openRenderingPage({ frameScript, nonce, budget }: Setup): RenderingPage {
  const messages: FromPage[] = [];
  let takeNext: ((message: FromPage) => void) | undefined;
  const post = (message: FromPage): void => {
    const take = takeNext;
    takeNext = undefined;
    if (take === undefined) messages.push(message);
    else take(message);
  };
  const waiting = new Map<string, (text: string | undefined) => void>();
  const sanitise = createSanitiser();
  const frames = new FrameHost({
    script: () => Promise.resolve(frameScript),
    fetchPart: (name) =>
      new Promise((resolve, reject) => {
        waiting.set(name, (text) => (text === undefined ? reject(new Error(`there is no ${name}`)) : resolve(text)));
        post({ type: 'need', name });
      }),
    nonce,
    parent: document.body,
    budget,
    note: () => undefined,
  });

  const pictureOf = (result: DrawResult): Picture | undefined =>
    result.kind === 'drawn' ? createPicture(result.drawn, sanitise) : undefined;

  const draw = async (order: DrawOrder): Promise<FromPage> => {
    const { seq, text, look, colours, format } = order;
    const drawWith = (labels: Palette['labels']): Promise<DrawResult> => {
      const palette = exportPalette({ ...plain, look }, { colours, labels });
      return frames.draw({ key: String(seq), text, palette, isInsisted: false });
    };
    const result = await drawWith(format === 'pdf' ? 'text' : order.labels);
    if (result.kind === 'failed') return { type: 'undrawn', seq, problem: result.problem };
    const picture = pictureOf(result);
    const nothing = { type: 'undrawn', seq, problem: { kind: 'mermaid', message: 'it drew nothing' } } as const;
    if (picture === undefined) return nothing;
    if (format !== 'pdf') return { type: 'drawn', seq, data: await imageOf(picture, { ...order, format }) };
    const data = await documentOf(
      {
        print: (request) => frames.print(request),
        title: '',
        plain: picture,
        seen: async () => pictureOf(await drawWith('html')),
      },
      order,
    );
    return data === undefined ? nothing : { type: 'drawn', seq, data };
  };

  return {
    next: () => {
      const message = messages.shift();
      return message === undefined ? new Promise((resolve) => (takeNext = resolve)) : Promise.resolve(message);
    },
    receive: (raw) => {
      const message = parseToPage(raw);
      if (message?.type === 'part') {
        waiting.get(message.name)?.(message.text);
        waiting.delete(message.name);
      } else if (message !== undefined) {
        draw(message).then(post, (thrown: unknown) => {
          const problem = { kind: 'frame', message: String(thrown).slice(0, 20_000) } as const;
          post({ type: 'undrawn', seq: message.seq, problem });
        });
      }
    },
  };
}

// The program reaches the page by this name.
Reflect.set(globalThis, 'openRenderingPage', openRenderingPage);
