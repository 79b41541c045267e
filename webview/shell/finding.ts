/** Wires the search to its bar and to the page that is seen. */
import type { FigureList } from './list.ts';
import type { Previewer } from './previewer.ts';
import { Search } from './search.ts';
import { SearchBar } from './searchBar.ts';
import type { Texts } from './texts.ts';
import type { View } from './view.ts';

export interface FindingParts {
  readonly list: FigureList;
  readonly view: View;
  readonly previewer: () => Previewer;
  readonly texts: Texts;
  readonly goTo: (diagram: number) => void;
  /** Tells those who listen. */
  readonly say: (text: string) => void;
}

export interface Finding {
  readonly bar: SearchBar;
  /** Called after anything that is seen changed. */
  readonly update: () => void;
  readonly open: () => void;
  /** To the next hit or the one before; false where nothing is looked for. */
  readonly step: (direction: 1 | -1) => boolean;
  /** False where there was nothing to close. */
  readonly close: () => boolean;
}

export function createFinding({ list, view, previewer, texts, goTo, say }: FindingParts): Finding {
  const search = new Search({
    figures: () => list.figures,
    current: () => view.current,
    textOf: (figure) => previewer().textOf(figure),
    isAwaited: (figure) => previewer().isAwaited(figure),
    draw: (figures) => previewer().drawToo(figures),
    go: (figure) => goTo(previewer().indexOf(figure)),
    bringIntoView: (element) => view.bringIntoView([element]),
    onChange: (state) => bar.update(state),
  });
  const bar: SearchBar = new SearchBar(texts, {
    find: (query) => search.find(query),
    step: (direction) => search.step(direction),
    close: () => search.find(''),
    announce: say,
  });
  return {
    bar,
    update: () => {
      if (list.figures.length === 0) bar.close();
      else if (bar.isOpen) search.update();
    },
    open: () => {
      if (list.figures.length > 0) bar.open();
    },
    step: (direction) => {
      if (bar.isOpen) search.step(direction);
      return bar.isOpen;
    },
    close: () => {
      const wasOpen = bar.isOpen;
      bar.close();
      return wasOpen;
    },
  };
}
