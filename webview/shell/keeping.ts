/** Keeps what is seen, so that a panel that was hidden or restored shows it again at once. */
import { longestKeptPictures, mostKeptPictures, previewProtocol } from '../../core/protocol.ts';
import type { PreviewDocument, PreviewState } from '../../core/protocol.ts';
import type { Figure } from './figure.ts';
import type { Picture } from './picture.ts';
import type { Mode } from './view.ts';

/** What is kept of a figure. */
export interface KeptFigure extends Pick<Figure, 'diagram' | 'zoom'> {
  readonly picture: Pick<Picture, 'source' | 'paper' | 'ink'> | undefined;
}

export interface Seen {
  readonly document: Pick<PreviewDocument, 'uri' | 'version' | 'name'>;
  readonly mode: Mode;
  readonly locked: boolean;
  readonly listed: boolean | undefined;
  readonly figures: readonly KeptFigure[];
  readonly current: KeptFigure | undefined;
}

/** The state to keep, with the pictures that fit in the order of the page. */
export function stateOf({ document, mode, locked, listed, figures, current }: Seen): PreviewState {
  const chosen = choose(mode === 'one' ? [] : figures, current);
  const kept = figures.filter((figure) => chosen.has(figure));
  const place = current === undefined ? -1 : kept.indexOf(current);
  return {
    protocol: previewProtocol,
    uri: document.uri,
    version: document.version,
    name: document.name,
    mode,
    locked,
    listed,
    current: place === -1 ? undefined : place,
    pictures: kept.flatMap(pictureOf),
  };
}

/** The current figure before all others, which follow while there is room for their pictures. */
function choose(figures: readonly KeptFigure[], current: KeptFigure | undefined): ReadonlySet<KeptFigure> {
  const chosen = new Set<KeptFigure>();
  let room = longestKeptPictures;
  for (const figure of current === undefined ? figures : [current, ...figures]) {
    const length = figure.picture?.source.length ?? Infinity;
    if (chosen.has(figure) || length > room) continue;
    chosen.add(figure);
    room -= length;
    if (chosen.size === mostKeptPictures) break;
  }
  return chosen;
}

const pictureOf = ({ diagram, picture, zoom }: KeptFigure): PreviewState['pictures'] =>
  picture === undefined
    ? []
    : [
        {
          diagram: { key: diagram.key, title: diagram.title, type: diagram.type, line: diagram.line },
          svg: picture.source,
          paper: picture.paper,
          ink: picture.ink,
          zoom: zoom.fit === undefined ? zoom.scale : undefined,
        },
      ];
