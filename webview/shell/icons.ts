/** The panel's icons: 16 by 16, one stroke, in the colour of the text around them. */

const paths = {
  one: 'M2.5 3.5h11v9h-11z',
  all: 'M3.5 1.5h9v5h-9z M3.5 9.5h9v5h-9z',
  zoomIn: 'M8 3.5v9 M3.5 8h9',
  zoomOut: 'M3.5 8h9',
  fit: 'M2.5 6v-3.5h3.5 M10 2.5h3.5v3.5 M13.5 10v3.5h-3.5 M6 13.5h-3.5v-3.5',
  fitWidth: 'M2.5 3v10 M13.5 3v10 M4.5 8h7 M6.5 6l-2 2l2 2 M9.5 6l2 2l-2 2',
  fullscreen: 'M1.5 3.5h13v9h-13z M4 6h2 M4 6v2 M12 10h-2 M12 10v-2',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4 M5.8 5.8l4.4 4.4 M10.2 5.8l-4.4 4.4',
  pass: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4 M5.2 8.2l2 2l3.6-4.2',
  none: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4 M5.5 8h5',
  warning: 'M8 2l6.3 11.5h-12.6z M8 6.5v3.2 M8 11.6v.1',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4 M8 7.3v3.8 M8 4.9v.1',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9 M10.3 10.3l3.7 3.7',
  up: 'M3.5 10l4.5-4.5l4.5 4.5',
  down: 'M3.5 6l4.5 4.5l4.5-4.5',
  close: 'M4 4l8 8 M12 4l-8 8',
  lamp: 'M6 11.5c0-2-2-2.8-2-5.3a4 4 0 0 1 8 0c0 2.5-2 3.3-2 5.3z M6.3 14h3.4',
  list: 'M2 4h1.2 M5.5 4h8.5 M2 8h1.2 M5.5 8h8.5 M2 12h1.2 M5.5 12h8.5',
  shield: 'M8 1.8l5 2v3.7c0 3-2 5.3-5 6.7c-3-1.4-5-3.7-5-6.7v-3.7z',
  diagram: 'M1.5 2.5h5v4h-5z M9.5 9.5h5v4h-5z M4 6.5v5h5.5',
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  export: 'M8 10v-7.5 M4.8 5.5l3.2-3.2l3.2 3.2 M2.5 9.5v4h11v-4',
  lock: 'M3.5 7.5h9v6h-9z M5.5 7.5v-2.5a2.5 2.5 0 0 1 5 0v2.5',
  sideBySide: 'M1.5 3.5h5.5v9h-5.5z M9 3.5h5.5v9h-5.5z',
  onionSkin: 'M2.5 2.5h8v8h-8z M5.5 5.5h8v8h-8z',
  file: 'M3.5 1.5h6l3 3v10h-9z M9.5 1.5v3h3',
} as const;

export type IconName = keyof typeof paths;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An icon that screen readers pass over; whatever holds it carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}
