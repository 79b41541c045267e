/**
 * What the isolated frame may ask the shell to fetch for it, because few diagrams need it, or few people: code by its name, icons by their
 * pack and first character. The build writes each into a file of this name; nothing else is ever fetched.
 */

/** Packs of icons that diagrams name as `pack:icon`. */
export const iconPacks = ['logos', 'mdi'] as const;
export type IconPack = (typeof iconPacks)[number];

const firstCharacters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

export const iconPart = (pack: IconPack, icon: string): string => `icons/${pack}/${icon.charAt(0)}`;

/** The plug-in that draws ZenUML. */
export const zenumlPart = 'zenuml';

/** What makes PDF documents of pictures. */
export const pdfPart = 'pdf';

export const frameParts: readonly string[] = [
  zenumlPart,
  pdfPart,
  ...iconPacks.flatMap((pack) => firstCharacters.map((character) => iconPart(pack, character))),
];

/** The file of a part, beside the frame's own script. */
export const fileOfPart = (part: string): string =>
  part.startsWith('icons/') ? `parts/${part}.json` : `parts/${part}.js`;
