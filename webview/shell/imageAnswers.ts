/** Puts pictures on the clipboard, and makes those that the host asks for. */
import { imageScales, longestMessage } from '../../core/protocol.ts';
import type { ImageRequest, PrintRequest } from '../../core/protocol.ts';
import { documentOf } from './document.ts';
import type { Host } from './host.ts';
import { copyImage, imageOf } from './image.ts';
import { exportPalette, readPalette } from './palette.ts';
import type { Picture } from './picture.ts';
import type { Previewer } from './previewer.ts';
import { describeProblem } from './texts.ts';
import type { Texts } from './texts.ts';

export interface ImageAnswersParts {
  readonly host: Host;
  readonly previewer: () => Previewer;
  /** Makes a PDF document; see FrameHost. */
  readonly print: (request: PrintRequest) => Promise<string | undefined>;
  readonly texts: Texts;
  /** Tells those who listen. */
  readonly say: (text: string) => void;
}

export interface ImageAnswers {
  readonly copyCurrent: () => Promise<void>;
  readonly answerImage: (request: ImageRequest) => Promise<void>;
}

export function createImageAnswers(parts: ImageAnswersParts): ImageAnswers {
  const { host, texts } = parts;
  const copyCurrent = async (): Promise<void> => {
    const { current: diagram, document: shown } = parts.previewer();
    if (diagram === undefined || shown === undefined) return;
    const outcome = await parts.previewer().pictureOf(diagram);
    if (outcome.kind === 'problem') {
      parts.say(texts('notCopied', describeProblem(outcome.problem, texts)));
      return;
    }
    const problem = await copyImage(outcome.picture, { scale: imageScales.usual, paper: true });
    parts.say(problem === undefined ? texts('copied') : texts('notCopied', problem));
    if (problem !== undefined) {
      host.request(shown, { type: 'saveInstead', diagram, problem: problem.slice(0, longestMessage) });
    }
  };

  const answerImage = async (request: ImageRequest): Promise<void> => {
    const { seq } = request;
    const shown = parts.previewer().document;
    const isShown = shown?.uri === request.uri && shown.version === request.version;
    const palette = exportPalette(readPalette(), request);
    const outcome = isShown ? await parts.previewer().pictureOf(request.diagram, palette) : undefined;
    if (outcome?.kind !== 'picture') {
      const message = outcome === undefined ? texts('changedMeanwhile') : describeProblem(outcome.problem, texts);
      host.post({ type: 'noImage', seq, message });
      return;
    }
    try {
      if (request.type === 'image') host.post({ type: 'image', seq, data: await dataOf(outcome.picture, request) });
      else {
        const problem = (await copyImage(outcome.picture, request))?.slice(0, longestMessage);
        host.post({ type: 'copied', seq, problem });
        if (problem === undefined) parts.say(texts('copied'));
      }
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      host.post({ type: 'noImage', seq, message: message.slice(0, longestMessage) });
    }
  };

  const dataOf = async (picture: Picture, request: ImageRequest): Promise<string> => {
    const { format } = request;
    if (format !== 'pdf') return imageOf(picture, { ...request, format });
    const { document: shown } = parts.previewer();
    const seen = async (): Promise<Picture | undefined> => {
      const palette = exportPalette(readPalette(), { ...request, labels: 'html' });
      const outcome = await parts.previewer().pictureOf(request.diagram, palette);
      return outcome.kind === 'picture' ? outcome.picture : undefined;
    };
    const title = shown?.diagrams[request.diagram]?.title ?? shown?.name ?? '';
    const data = await documentOf({ print: parts.print, title, plain: picture, seen }, request);
    if (data === undefined) throw new Error(texts('changedMeanwhile'));
    return data;
  };

  return { copyCurrent, answerImage };
}
