/** What clicks on a figure ask the host for. */
import { mostPartNames } from '../../core/protocol.ts';
import type { Figure, FigureEvents } from './figure.ts';
import type { PageRequest } from './host.ts';
import type { Previewer } from './previewer.ts';
import type { View } from './view.ts';

export function figureEvents(
  ask: (request: PageRequest) => void,
  previewer: () => Previewer,
  view: View,
): FigureEvents {
  const indexOf = (figure: Figure): number => previewer().indexOf(figure);
  return {
    go: (figure) => {
      const target = figure.diagram.fault === undefined ? 'diagram' : 'fault';
      ask({ type: 'reveal', diagram: indexOf(figure), target });
    },
    retry: (figure) => previewer().retry(figure),
    anyway: (figure) => previewer().insist(figure),
    goFindings: (figure) => ask({ type: 'revealFindings', diagram: indexOf(figure) }),
    fix: (figure) => ask({ type: 'fix', diagram: indexOf(figure) }),
    bringIntoView: (element) => view.bringIntoView([element]),
    openLink: (href) => ask({ type: 'openLink', href }),
    goPart: (figure, names, all) =>
      ask({ type: 'revealPart', diagram: indexOf(figure), names: names.slice(0, mostPartNames), all }),
  };
}
