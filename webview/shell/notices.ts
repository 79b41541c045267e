/** Which notice stands in the place of diagrams, if any. */
import type { NoticeContent } from './notice.ts';
import type { Previewer } from './previewer.ts';
import type { Texts } from './texts.ts';

export function noticeFor(previewer: Previewer, texts: Texts): NoticeContent | undefined {
  if (previewer.nothing?.reason === 'missing-file') {
    return {
      icon: 'file',
      title: texts('missingFile', previewer.nothing.name ?? ''),
      hint: texts('missingFileHint'),
    };
  }
  if (previewer.nothing !== undefined) {
    return { icon: 'file', title: texts('noDocument'), hint: texts('noDocumentHint') };
  }
  if (previewer.document?.diagrams.length === 0) {
    return { icon: 'diagram', title: texts('noDiagram', previewer.document.name), hint: texts('noDiagramHint') };
  }
  return undefined;
}
