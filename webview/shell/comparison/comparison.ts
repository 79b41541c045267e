/** The page of a comparison: builds its parts in order and wires them together; nothing else. */
import { fileOfPart } from '../../../core/frameParts.ts';
import { parseShellConfig, previewProtocol } from '../../../core/protocol.ts';
import type { ShellConfig } from '../../../core/protocol.ts';
import { Announcer } from '../announcer.ts';
import { element } from '../elements.ts';
import { fetchText } from '../fetchText.ts';
import { FrameHost } from '../frameHost.ts';
import { Notice } from '../notice.ts';
import { readPalette, wantsStillness, watchPalette } from '../palette.ts';
import { createPicture } from '../picture.ts';
import { Pictures } from '../pictures.ts';
import { setStillness } from '../pictureStyle.ts';
import { createSanitiser } from '../sanitise.ts';
import { comparisonStyle } from '../styles/styles.ts';
import { createTexts } from '../texts.ts';
import { ComparisonBar } from './bar.ts';
import { ComparisonHost } from './host.ts';
import { PairList } from './pairList.ts';

const config = parseShellConfig(JSON.parse(document.body.dataset['config'] ?? 'null'));
// VS Code puts a script of its own before ours, so only the one that runs now is certain to have our nonce.
const { currentScript } = document;
if (config !== undefined && currentScript instanceof HTMLScriptElement) start(config, currentScript.nonce);

function start({ frame, budget, texts: words }: ShellConfig, nonce: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(comparisonStyle);
  document.adoptedStyleSheets = [sheet];
  setStillness(wantsStillness());

  const texts = createTexts(words);
  const host = new ComparisonHost();
  const announcer = new Announcer();
  const notice = new Notice();
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
  const pictures = new Pictures(
    {
      draw: (request) => frameHost.draw(request),
      abandon: () => frameHost.restart(),
      prepare: (drawn) => createPicture(drawn, sanitise),
      onChange: () => refresh(),
    },
    readPalette(),
  );
  const list = new PairList(texts, {
    go: (diagram) => host.reveal(diagram),
    onNear: () => refresh(),
  });
  const bar = new ComparisonBar(texts, {
    setWay: (way) => list.setWay(way),
    setBlend: (share) => list.setBlend(share),
  });

  /** The host's message that was not answered yet. */
  let open: number | undefined;
  const answer = (outcome: 'settled' | 'superseded'): void => {
    if (open !== undefined) host.post({ type: 'compared', seq: open, outcome });
    open = undefined;
  };
  const refresh = (): void => {
    pictures.want(list.wanted(), readPalette());
    list.show((key) => pictures.get(key));
    if (!pictures.isBusy) {
      answer('settled');
      void frameHost.testIsolation();
    }
  };

  host.listen((message) => {
    switch (message.type) {
      case 'compare': {
        answer('superseded');
        open = message.seq;
        const { comparison } = message;
        const hasChanged = comparison.pairs.some(({ status }) => status !== 'unchanged');
        bar.update(comparison);
        list.update(hasChanged ? comparison.pairs : []);
        notice.update(
          hasChanged
            ? undefined
            : {
                icon: 'pass',
                title: texts('nothingChanged', comparison.name),
                hint: texts('nothingChangedHint', comparison.base),
              },
        );
        refresh();
        break;
      }
      case 'cannot':
        answer('superseded');
        open = message.seq;
        bar.update(undefined);
        list.update([]);
        notice.update({ icon: 'file', title: message.title, hint: message.hint });
        refresh();
        break;
      case 'done':
        break;
      case 'refused':
        announcer.say(message.problem);
        break;
    }
  });

  document.body.append(
    element('header', { children: [bar.element] }),
    element('main', { children: [element('div', { class: 'canvas', children: [list.element, notice.element] })] }),
    announcer.element,
    frames,
  );
  watchPalette(() => {
    setStillness(wantsStillness());
    refresh();
  });
  frameHost.warmUp();
  host.post({ type: 'ready', protocol: previewProtocol });
}
