/**
 * The gates of the page in one line: what passed, what did not, and why when pointed at. A gate with findings leads to
 * them. One tab stop, as the toolbar; the arrow keys move inside.
 */
import type { PreviewGate } from '../../core/protocol.ts';
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { rove } from './roving.ts';
import type { Texts } from './texts.ts';

const icons: Readonly<Record<PreviewGate['verdict'], IconName>> = {
  pass: 'pass',
  fail: 'error',
  'not-applicable': 'none',
};

export class GatesStrip {
  readonly element: HTMLElement;
  readonly #texts: Texts;
  readonly #onGo: (gate: string) => void;
  readonly #list = element('div', { class: 'gates-list', attributes: { role: 'list' } });
  #shown = '';

  constructor(texts: Texts, onGo: (gate: string) => void) {
    this.#texts = texts;
    this.#onGo = onGo;
    this.element = element('div', {
      class: 'gates',
      attributes: { role: 'group', 'aria-label': texts('gates') },
      children: [this.#list],
    });
    this.element.hidden = true;
  }

  /** Shows `gates`; nothing is touched, and no focus lost, where nothing changed. */
  update(gates: readonly PreviewGate[]): void {
    const shown = JSON.stringify(gates);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = this.#focusedGate();
    const applicable = gates.filter(({ verdict }) => verdict !== 'not-applicable');
    const passed = applicable.filter(({ verdict }) => verdict === 'pass');
    this.element.hidden = applicable.length === 0;
    this.element.title = this.#texts('gatesPassed', passed.length, applicable.length);
    const chips = gates.map((gate) => this.#chip(gate));
    this.#list.replaceChildren(
      ...chips.map((chip) => element('div', { attributes: { role: 'listitem' }, children: [chip] })),
    );
    rove(this.#list, chips);
    if (focused !== undefined) chips.find((chip) => chip.dataset['gate'] === focused)?.focus();
  }

  #focusedGate(): string | undefined {
    const active = document.activeElement;
    return active instanceof HTMLElement && this.#list.contains(active) ? active.dataset['gate'] : undefined;
  }

  #chip({ id, title, verdict, words, findings }: PreviewGate): HTMLButtonElement {
    const chip = element('button', {
      class: 'gate',
      attributes: { type: 'button', title: words, 'aria-label': `${title}: ${words}` },
      children: [icon(icons[verdict]), element('span', { text: title })],
    });
    chip.dataset['gate'] = id;
    chip.dataset['verdict'] = verdict;
    // Not `disabled`: the evidence of a gate that passes can be read, too.
    if (findings === 0) chip.setAttribute('aria-disabled', 'true');
    chip.addEventListener('click', () => {
      if (findings > 0) this.#onGo(id);
    });
    return chip;
  }
}
