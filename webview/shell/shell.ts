/** The panel's page: builds its parts in order and wires them together; nothing else. */
import { fileOfPart } from '../../core/frameParts.ts';
import { assertNever } from '../../core/model.ts';
import { parseShellConfig, previewProtocol } from '../../core/protocol.ts';
import type { HostToShell, ShellConfig } from '../../core/protocol.ts';
import { Announcer } from './announcer.ts';
import { element } from './elements.ts';
import { fetchText } from './fetchText.ts';
import { figureEvents } from './figureEvents.ts';
import { Filmstrip } from './filmstrip.ts';
import { createFinding } from './finding.ts';
import { FrameHost } from './frameHost.ts';
import { Fullscreen } from './fullscreen.ts';
import { GatesStrip } from './gatesStrip.ts';
import { Host } from './host.ts';
import type { PageRequest } from './host.ts';
import { createImageAnswers } from './imageAnswers.ts';
import { stateOf } from './keeping.ts';
import { attachKeys } from './keys.ts';
import { FigureList } from './list.ts';
import { menuContext } from './menuContext.ts';
import { Minimap } from './minimap.ts';
import { Notice } from './notice.ts';
import { noticeFor } from './notices.ts';
import { readPalette, wantsStillness, watchPalette } from './palette.ts';
import { attachPanZoom } from './panZoom.ts';
import { createPicture } from './picture.ts';
import { Pictures } from './pictures.ts';
import { setStillness } from './pictureStyle.ts';
import { Previewer } from './previewer.ts';
import { createSanitiser } from './sanitise.ts';
import { panelStyle } from './styles/styles.ts';
import { createTexts } from './texts.ts';
import { Toolbar } from './toolbar.ts';
import { View } from './view.ts';

/** In a panel narrower than this, in CSS pixels, the list of diagrams is not seen unless somebody wants it. */
const roomForList = 400;

const config = parseShellConfig(JSON.parse(document.body.dataset['config'] ?? 'null'));
// VS Code puts a script of its own before ours, so only the one that runs now is certain to have our nonce.
const { currentScript } = document;
if (config !== undefined && currentScript instanceof HTMLScriptElement) start(config, currentScript.nonce);

function start({ frame, budget, mouseNavigation, texts: words }: ShellConfig, nonce: string): void {
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
  // It takes longest, so it comes before everything that is seen.
  document.body.append(frames);
  frameHost.warmUp();
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
  const list: FigureList = new FigureList(
    { stage, scroller },
    texts,
    figureEvents(ask, () => previewer, view),
    refreshSoon,
  );
  const filmstrip = new Filmstrip(texts, (diagram) => goTo(diagram));
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
    fit: (how) => view.fit(how),
    fullscreen: () => fullscreen.enter(),
    search: () => finding.open(),
    copyImage: () => void images.copyCurrent(),
    exportImage: () => {
      if (previewer.current !== undefined) ask({ type: 'export', diagram: previewer.current });
    },
    setLock: (locked) => host.post({ type: 'lock', locked }),
  });
  const previewer: Previewer = new Previewer(
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
        finding.update();
        keepSoon();
      },
    },
    readPalette(),
  );

  const goTo = (diagram: number): void => {
    previewer.goTo(diagram);
    ask({ type: 'goTo', diagram });
  };
  const finding = createFinding({
    list,
    view,
    previewer: () => previewer,
    texts,
    goTo,
    say: (text) => announcer.say(text),
  });
  const images = createImageAnswers({
    host,
    previewer: () => previewer,
    print: (request) => frameHost.print(request),
    texts,
    say: (text) => announcer.say(text),
  });

  let isLocked = false;
  /** Whether the user wants to see the list of diagrams; as there is room unless said. */
  let listed: boolean | undefined;
  const minimap = new Minimap(scroller, view);
  const fullscreen = new Fullscreen(texts, (on) => host.post({ type: 'maximise', on }));
  const updateChrome = (): void => {
    minimap.update();
    const isListed = list.figures.length < 2 ? undefined : (listed ?? innerWidth >= roomForList);
    filmstrip.update(previewer.films, previewer.current, isListed === true);
    toolbar.update({
      isListed,
      mode: view.mode,
      scale: view.scale,
      fitting: view.fitting,
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
        void images.answerImage(message);
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

  frames.before(
    element('header', {
      children: [element('h1', { class: 'visually-hidden', text: document.title }), toolbar.element, gates.element],
    }),
    element('main', {
      children: [
        filmstrip.element,
        element('div', {
          class: 'canvas',
          children: [scroller, notice.element, minimap.element, finding.bar.element, fullscreen.element],
        }),
      ],
    }),
    announcer.element,
  );
  attachKeys({
    openSearch: finding.open,
    stepSearch: finding.step,
    leave: () => {
      if (!finding.close() && !fullscreen.leave()) ask({ type: 'focusText' });
    },
  });
  attachPanZoom(scroller, view, mouseNavigation);
  watchPalette(() => {
    setStillness(wantsStillness());
    previewer.setPalette(readPalette());
  });

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
