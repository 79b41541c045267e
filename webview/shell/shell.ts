/** The panel's page: builds its parts in order and wires them together; nothing else. */
import { fileOfPart } from '../../core/frameParts.ts';
import { assertNever } from '../../core/model.ts';
import { imageScales, longestMessage, mostPartNames, parseShellConfig, previewProtocol } from '../../core/protocol.ts';
import type { HostToShell, ImageRequest, ShellConfig } from '../../core/protocol.ts';
import { Announcer } from './announcer.ts';
import { element } from './elements.ts';
import type { Figure } from './figure.ts';
import { Filmstrip } from './filmstrip.ts';
import { FrameHost } from './frameHost.ts';
import { GatesStrip } from './gatesStrip.ts';
import { Host } from './host.ts';
import type { PageRequest } from './host.ts';
import { copyImage, imageOf } from './image.ts';
import { menuContext } from './menuContext.ts';
import { stateOf } from './keeping.ts';
import { FigureList } from './list.ts';
import { Notice } from './notice.ts';
import { noticeFor } from './notices.ts';
import { exportPalette, readPalette, wantsStillness, watchPalette } from './palette.ts';
import { attachPanZoom } from './panZoom.ts';
import { createPicture } from './picture.ts';
import { Pictures } from './pictures.ts';
import { setStillness } from './pictureStyle.ts';
import { Previewer } from './previewer.ts';
import { createSanitiser } from './sanitise.ts';
import { panelStyle } from './styles/styles.ts';
import { createTexts, describeProblem } from './texts.ts';
import { Toolbar } from './toolbar.ts';
import { View } from './view.ts';

/** In a panel narrower than this, in CSS pixels, the list of diagrams is not seen unless somebody wants it. */
const roomForList = 400;

const config = parseShellConfig(JSON.parse(document.body.dataset['config'] ?? 'null'));
// VS Code puts a script of its own before ours, so only the one that runs now is certain to have our nonce.
const { currentScript } = document;
if (config !== undefined && currentScript instanceof HTMLScriptElement) start(config, currentScript.nonce);

/** Longer than this nothing of the extension's own may take to come, in milliseconds. */
const longestFetch = 60_000;

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(longestFetch) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

function start({ frame, budget, texts: words }: ShellConfig, nonce: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  document.adoptedStyleSheets = [sheet];
  setStillness(wantsStillness());

  const host = new Host();
  const texts = createTexts(words);
  const announcer = new Announcer();
  const notice = new Notice();
  const stage = element('div', { class: 'stage' });
  const scroller = element('div', {
    class: 'scroller',
    attributes: { tabindex: '0', role: 'region', 'aria-label': texts('diagrams') },
    children: [stage],
  });
  const frames = element('div', { class: 'frames' });
  const frameHost = new FrameHost({
    script: () => fetchText(frame),
    fetchPart: (name) => fetchText(new URL(fileOfPart(name), frame).href),
    nonce,
    parent: frames,
    budget,
    note: (level, message) => host.note(level, message),
  });
  const sanitise = createSanitiser();

  let refreshing = false;
  /** Changes come in groups; the page follows once a frame. */
  const refreshSoon = (): void => {
    if (refreshing) return;
    refreshing = true;
    requestAnimationFrame(() => {
      refreshing = false;
      previewer.refresh();
    });
  };

  const pictures = new Pictures(
    {
      draw: (request) => frameHost.draw(request),
      abandon: () => frameHost.restart(),
      prepare: (drawn) => createPicture(drawn, sanitise),
      onChange: () => previewer.refresh(),
    },
    readPalette(),
  );
  const view = new View(scroller, stage, () => updateChrome());
  /** Asks the host for something about the page that is seen. */
  const ask = (request: PageRequest): void => {
    if (previewer.document !== undefined) host.request(previewer.document, request);
  };
  const gates = new GatesStrip(texts, (gate) => ask({ type: 'revealGate', gate }));
  const indexOf = (figure: Figure): number => previewer.indexOf(figure);
  const list = new FigureList(
    stage,
    scroller,
    {
      go: (figure) => {
        const target = figure.diagram.fault === undefined ? 'diagram' : 'fault';
        ask({ type: 'reveal', diagram: indexOf(figure), target });
      },
      retry: (figure) => previewer.retry(figure),
      goFindings: (figure) => ask({ type: 'revealFindings', diagram: indexOf(figure) }),
      fix: (figure) => ask({ type: 'fix', diagram: indexOf(figure) }),
      openLink: (href) => ask({ type: 'openLink', href }),
      goPart: (figure, names, all) =>
        ask({ type: 'revealPart', diagram: indexOf(figure), names: names.slice(0, mostPartNames), all }),
    },
    refreshSoon,
  );
  const filmstrip = new Filmstrip(texts, (diagram) => {
    previewer.goTo(diagram);
    ask({ type: 'goTo', diagram });
  });
  const toolbar = new Toolbar(texts, {
    setListed: (isOn) => {
      listed = isOn;
      updateChrome();
      keepSoon();
    },
    setMode: (mode) => {
      view.setMode(mode);
      previewer.refresh();
    },
    zoomOut: () => view.zoomOut(),
    zoomIn: () => view.zoomIn(),
    actualSize: () => view.zoomTo(1),
    fit: () => view.fit(),
    copyImage: () => void copyCurrent(),
    exportImage: () => {
      if (previewer.current !== undefined) ask({ type: 'export', diagram: previewer.current });
    },
    setLock: (locked) => host.post({ type: 'lock', locked }),
  });
  const previewer = new Previewer(
    {
      list,
      view,
      pictures,
      texts,
      announce: (text) => announcer.say(text),
      answer: (shown) => {
        host.post({ type: 'shown', ...shown });
        if (shown.outcome === 'settled') void frameHost.testIsolation();
      },
      onChange: () => {
        notice.update(noticeFor(previewer, texts));
        scroller.hidden = !notice.element.hidden;
        gates.update(previewer.document?.gates ?? []);
        scroller.dataset['vscodeContext'] = menuContext(previewer.current);
        updateChrome();
        keepSoon();
      },
    },
    readPalette(),
  );

  const copyCurrent = async (): Promise<void> => {
    const { current: diagram, document: shown } = previewer;
    if (diagram === undefined || shown === undefined) return;
    const outcome = await previewer.pictureOf(diagram);
    if (outcome.kind === 'problem') {
      announcer.say(texts('notCopied', describeProblem(outcome.problem, texts)));
      return;
    }
    const problem = await copyImage(outcome.picture, { scale: imageScales.usual, paper: true });
    announcer.say(problem === undefined ? texts('copied') : texts('notCopied', problem));
    if (problem !== undefined) {
      host.request(shown, { type: 'saveInstead', diagram, problem: problem.slice(0, longestMessage) });
    }
  };

  const answerImage = async (request: ImageRequest): Promise<void> => {
    const { seq } = request;
    const shown = previewer.document;
    const isShown = shown?.uri === request.uri && shown.version === request.version;
    const palette = exportPalette(readPalette(), request);
    const outcome = isShown ? await previewer.pictureOf(request.diagram, palette) : undefined;
    if (outcome?.kind !== 'picture') {
      const message = outcome === undefined ? texts('changedMeanwhile') : describeProblem(outcome.problem, texts);
      host.post({ type: 'noImage', seq, message });
      return;
    }
    try {
      if (request.type === 'image') host.post({ type: 'image', seq, data: await imageOf(outcome.picture, request) });
      else {
        const problem = (await copyImage(outcome.picture, request))?.slice(0, longestMessage);
        host.post({ type: 'copied', seq, problem });
        if (problem === undefined) announcer.say(texts('copied'));
      }
    } catch (thrown) {
      host.post({ type: 'noImage', seq, message: String(thrown).slice(0, longestMessage) });
    }
  };

  let isLocked = false;
  /** Whether the user wants to see the list of diagrams; as there is room unless said. */
  let listed: boolean | undefined;
  const updateChrome = (): void => {
    const isListed = list.figures.length < 2 ? undefined : (listed ?? innerWidth >= roomForList);
    filmstrip.update(previewer.films, previewer.current, isListed === true);
    toolbar.update({
      isListed,
      mode: view.mode,
      scale: view.scale,
      isFitted: view.isFitted,
      isLocked,
      name: previewer.document?.name ?? '',
      isEmpty: list.figures.length === 0,
    });
  };

  let keeping: ReturnType<typeof setTimeout> | undefined;
  /** Keeping copies pictures, so it waits for a quiet moment. */
  const keepSoon = (): void => {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      const shown = previewer.document;
      if (shown === undefined) return;
      host.keep(
        stateOf({
          document: shown,
          mode: view.mode,
          locked: isLocked,
          listed,
          figures: list.figures,
          current: view.current,
        }),
      );
    }, 300);
  };

  const receive = (message: HostToShell): void => {
    switch (message.type) {
      case 'show':
        previewer.show(message);
        break;
      case 'cursor':
        previewer.moveTo(message);
        break;
      case 'nothing':
        previewer.showNothing(message);
        break;
      case 'image':
      case 'copy':
        void answerImage(message);
        break;
      case 'zoom':
        if (message.to === 'fit') view.fit();
        else view.zoomTo(1);
        break;
      case 'locked':
        isLocked = message.locked;
        updateChrome();
        keepSoon();
        break;
      case 'done':
        break;
      case 'refused':
        announcer.say(message.problem);
        break;
      default:
        assertNever(message);
    }
  };

  document.body.append(
    element('header', {
      children: [element('h1', { class: 'visually-hidden', text: document.title }), toolbar.element, gates.element],
    }),
    element('main', {
      children: [filmstrip.element, element('div', { class: 'canvas', children: [scroller, notice.element] })],
    }),
    announcer.element,
    frames,
  );
  attachPanZoom(scroller, view);
  watchPalette(() => {
    setStillness(wantsStillness());
    previewer.setPalette(readPalette());
  });
  frameHost.warmUp();

  const kept = host.recall();
  isLocked = kept?.locked ?? false;
  listed = kept?.listed;
  view.setMode(kept?.mode ?? 'one');
  if (kept !== undefined) {
    previewer.restore(kept);
    for (const [index, figure] of list.figures.entries()) {
      const old = kept.pictures[index];
      const picture = old && createPicture({ ...old, blocked: 0 }, sanitise);
      if (picture !== undefined) figure.show(picture);
      if (old?.zoom !== undefined) figure.zoom = { fit: undefined, scale: old.zoom };
    }
    previewer.refresh();
  }
  host.listen(receive);
  host.post({ type: 'ready', protocol: previewProtocol });
}
