/** Keeps what is seen, so that a panel that was hidden or restored shows it again at once. */
import { longestKeptPictures, previewProtocol } from '../../core/protocol.ts';
import type { PreviewDocument, PreviewState } from '../../core/protocol.ts';
import type { Figure } from './figure.ts';
import type { Mode } from './view.ts';

export interface Seen {
  readonly document: PreviewDocument;
  readonly mode: Mode;
  readonly locked: boolean;
  readonly listed: boolean | undefined;
  readonly figures: readonly Figure[];
  readonly current: Figure | undefined;
}

/** The state to keep: the current picture first, then those of the page while they fit. */
export function stateOf({ document, mode, locked, listed, figures, current }: Seen): PreviewState {
  const inOrder = mode === 'one' ? figures.filter((figure) => figure === current) : figures;
  let room = longestKeptPictures;
  let taken = 0;
  let shown: number | undefined;
  const pictures = inOrder.flatMap((figure) => {
    const { picture, zoom, diagram } = figure;
    if (picture === undefined || picture.source.length > room || room === 0) return [];
    room -= picture.source.length;
    if (figure === current) shown = taken;
    taken += 1;
    return [
      {
        diagram: { key: diagram.key, title: diagram.title, type: diagram.type, line: diagram.line },
        svg: picture.source,
        paper: picture.paper,
        ink: picture.ink,
        zoom: zoom.fit === undefined ? zoom.scale : undefined,
      },
    ];
  });
  return {
    protocol: previewProtocol,
    uri: document.uri,
    version: document.version,
    name: document.name,
    mode,
    locked,
    listed,
    current: shown,
    pictures: pictures.slice(0, 50),
  };
}
