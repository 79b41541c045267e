/** The bar at the top: which diagrams are seen, and how large. One tab stop; the arrow keys move inside. */
import { element } from './elements.ts';
import type { Zoom } from './figure.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { rove } from './roving.ts';
import type { Texts } from './texts.ts';
import type { Mode } from './view.ts';

export interface ToolbarActions {
  readonly setListed: (isListed: boolean) => void;
  readonly setMode: (mode: Mode) => void;
  readonly zoomOut: () => void;
  readonly zoomIn: () => void;
  readonly actualSize: () => void;
  readonly fit: (how: 'window' | 'width') => void;
  readonly fullscreen: () => void;
  readonly search: () => void;
  readonly copyImage: () => void;
  readonly exportImage: () => void;
  readonly setLock: (locked: boolean) => void;
}

export interface ToolbarContent {
  /** Whether the list of diagrams is seen; `undefined` where there is nothing to list. */
  readonly isListed: boolean | undefined;
  readonly mode: Mode;
  /** 1 is the natural size. */
  readonly scale: number;
  readonly fitting: Zoom['fit'];
  readonly isLocked: boolean;
  readonly name: string;
  readonly isEmpty: boolean;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #list: HTMLButtonElement;
  readonly #one: HTMLButtonElement;
  readonly #all: HTMLButtonElement;
  readonly #size: HTMLButtonElement;
  readonly #fit: HTMLButtonElement;
  readonly #fitWidth: HTMLButtonElement;
  readonly #lock: HTMLButtonElement;
  readonly #name = element('span', { class: 'document-name' });
  readonly #texts: Texts;

  constructor(texts: Texts, actions: ToolbarActions) {
    this.#texts = texts;
    this.#list = toggle('list', texts('outline'), actions.setListed);
    this.#one = choice('one', texts('oneDiagram'), () => actions.setMode('one'));
    this.#all = choice('all', texts('wholePage'), () => actions.setMode('all'));
    const zoomOut = tool('zoomOut', texts('zoomOut'), actions.zoomOut);
    this.#size = element('button', { class: 'tool size', attributes: { type: 'button' } });
    this.#size.addEventListener('click', actions.actualSize);
    const zoomIn = tool('zoomIn', texts('zoomIn'), actions.zoomIn);
    this.#fit = tool('fit', texts('fit'), () => actions.fit('window'));
    this.#fitWidth = tool('fitWidth', texts('fitWidth'), () => actions.fit('width'));
    const fullscreen = tool('fullscreen', texts('fullscreen'), actions.fullscreen);
    const search = tool('search', texts('find'), actions.search);
    const copyImage = tool('copy', texts('copyImage'), actions.copyImage);
    const exportImage = tool('export', texts('exportImage'), actions.exportImage);
    this.#lock = toggle('lock', texts('lock'), actions.setLock);
    const zoom = [zoomOut, this.#size, zoomIn, this.#fit, this.#fitWidth];
    const buttons = [this.#list, this.#one, this.#all, ...zoom, search, copyImage, exportImage, fullscreen, this.#lock];
    this.element = element('div', {
      class: 'toolbar',
      attributes: { role: 'toolbar', 'aria-label': texts('toolbar') },
      children: [
        this.#list,
        element('div', {
          class: 'choices',
          attributes: { role: 'group', 'aria-label': texts('viewChoice') },
          children: [this.#one, this.#all],
        }),
        this.#name,
        element('div', { class: 'tools', children: zoom }),
        element('div', { class: 'tools', children: [search, copyImage, exportImage, fullscreen, this.#lock] }),
      ],
    });
    // The first of them may be hidden.
    rove(this.element, buttons, { at: 1 });
  }

  update(content: ToolbarContent): void {
    this.#list.hidden = content.isListed === undefined;
    if (this.#list.hidden && this.#list.tabIndex === 0) [this.#list.tabIndex, this.#one.tabIndex] = [-1, 0];
    this.#list.setAttribute('aria-pressed', String(content.isListed === true));
    this.#one.setAttribute('aria-pressed', String(content.mode === 'one'));
    this.#all.setAttribute('aria-pressed', String(content.mode === 'all'));
    const { fitting } = content;
    this.#fit.setAttribute('aria-pressed', String(fitting === 'auto' || fitting === 'window'));
    this.#fitWidth.setAttribute('aria-pressed', String(fitting === 'width'));
    this.#lock.setAttribute('aria-pressed', String(content.isLocked));
    const percent = `${Math.round(content.scale * 100)} %`;
    this.#size.textContent = percent;
    this.#size.title = this.#texts('actualSize');
    this.#size.setAttribute('aria-label', `${this.#texts('actualSize')}, ${percent}`);
    this.#name.textContent = content.name;
    this.#name.title = content.name;
    this.element.toggleAttribute('data-empty', content.isEmpty);
  }
}

function choice(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const button = element('button', {
    class: 'choice',
    attributes: { type: 'button', title: label, 'aria-label': label },
    children: [icon(name), element('span', { class: 'choice-label', text: label })],
  });
  button.addEventListener('click', action);
  return button;
}

function tool(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const button = element('button', {
    class: 'tool',
    attributes: { type: 'button', title: label, 'aria-label': label },
    children: [icon(name)],
  });
  button.addEventListener('click', action);
  return button;
}

/** A tool that is on or off; what it becomes is decided by whoever is told. */
function toggle(name: IconName, label: string, action: (isOn: boolean) => void): HTMLButtonElement {
  const button = tool(name, label, () => action(button.getAttribute('aria-pressed') !== 'true'));
  button.classList.add('toggle');
  return button;
}
