/**
 * The second sanitising pass: turns the frame's SVG into elements that load nothing, run nothing, take no focus and lead
 * nowhere by themselves. Links lose their address to `data-link`, which only our own click handler reads.
 */
import createDOMPurify from 'dompurify';
import type { Config } from 'dompurify';
import { longestMessage } from '../../core/protocol.ts';
import { cleanDeclarations, cleanSheet } from './cleanCss.ts';
import type { Removals } from './cleanCss.ts';

const config: Config & { readonly RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  // As Mermaid's own pass: labels are HTML inside `foreignObject`.
  ADD_TAGS: ['foreignobject'],
  ADD_ATTR: ['dominant-baseline', 'data-link'],
  HTML_INTEGRATION_POINTS: { foreignobject: true },
  FORBID_TAGS: [
    ...[
      'form',
      'input',
      'button',
      'select',
      'option',
      'optgroup',
      'datalist',
      'textarea',
      'label',
      'fieldset',
      'legend',
    ],
    ...['output', 'meter', 'progress', 'keygen', 'dialog', 'details', 'summary', 'menu', 'menuitem', 'map', 'area'],
    ...['video', 'audio', 'source', 'track', 'picture', 'canvas', 'iframe', 'frame', 'object', 'embed', 'marquee'],
    ...[
      'animate',
      'animatemotion',
      'animatetransform',
      'animatecolor',
      'set',
      'use',
      'feimage',
      'base',
      'link',
      'meta',
    ],
    ...['slot', 'template', 'dir', 'nobr', 'mprescripts'],
  ],
  FORBID_ATTR: [
    ...[
      'tabindex',
      'autofocus',
      'contenteditable',
      'popover',
      'popovertarget',
      'draggable',
      'accesskey',
      'ping',
      'slot',
    ],
    ...['target', 'formaction', 'action', 'srcset', 'background', 'poster', 'usemap', 'part', 'is'],
  ],
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // The page asks for no trusted types; looking up the type of each attribute took a quarter of the time.
  TRUSTED_TYPES_POLICY: null,
};

const openable = /^(?:https?:|mailto:)/i;
const pictureData = /^data:image\/(?:png|jpeg|gif|webp);/i;

/** A reference to anything but a part of the same picture, in an attribute such as `fill`. */
const outside = /url\(\s*["']?(?!["'#\s])/i;
/** Whether a style attribute is worth taking apart: without one of these, or an escape that may hide one, it loads nothing. */
const mayLoad = /url|image|src|paint|element|cross-fade|--|\\/i;

export interface CleanPicture {
  readonly svg: SVGSVGElement;
  /** References to places outside, and unsafe links, that were taken out. */
  readonly removed: number;
}

/** Makes the cleaning function once for the page; it gives `undefined` when the text holds no SVG. */
export function createSanitiser(): (svg: string) => CleanPicture | undefined {
  const purify = createDOMPurify(window);
  const removals: Removals = { count: 0 };

  purify.addHook('uponSanitizeElement', (node) => {
    if (node instanceof SVGStyleElement || node instanceof HTMLStyleElement) {
      node.textContent = cleanSheet(node.textContent, removals);
    }
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    for (const name of ['href', 'xlink:href', 'src']) {
      const value = node.getAttribute(name)?.trim();
      if (value === undefined || value.startsWith('#')) continue;
      if (node.localName !== 'a' && pictureData.test(value)) continue;
      node.removeAttribute(name);
      if (node.localName === 'a' && openable.test(value) && value.length <= longestMessage) makeLink(node, value);
      else removals.count += 1;
    }
    // An anchor inside the picture leads nowhere: its target is hidden in a shadow tree.
    if (node.localName === 'a') node.removeAttribute('href');
    if (node instanceof HTMLElement) {
      node.removeAttribute('id');
      node.removeAttribute('name');
    }
    for (const { name, value } of [...node.attributes]) {
      if (name === 'style') {
        const isStyled = node instanceof HTMLElement || node instanceof SVGElement;
        if (isStyled && mayLoad.test(value)) cleanDeclarations(node.style, removals);
      } else if (name !== 'data-link' && outside.test(value)) {
        node.removeAttribute(name);
        removals.count += 1;
      }
    }
  });

  return (text) => {
    removals.count = 0;
    const fragment = purify.sanitize(text, config);
    const svg = fragment.querySelector('svg');
    svg?.remove();
    return svg === null ? undefined : { svg, removed: removals.count };
  };
}

/** A link that does nothing until our click handler sees it; reachable by keyboard. */
function makeLink(node: Element, href: string): void {
  node.setAttribute('data-link', href);
  node.setAttribute('role', 'link');
  node.setAttribute('tabindex', '0');
}
