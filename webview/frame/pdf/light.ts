/** What the groups around a shape do to its colours. */
import { NotPlain } from './notPlain.ts';

export interface Light {
  /** From 0 to 1. */
  readonly opacity: number;
  /** By how much colours are lighter than they say. */
  readonly brightness: number;
}

export const unlit: Light = { opacity: 1, brightness: 1 };

/** Shadows are left out: they say nothing, and PDF has none. */
const shadow = /^(?:drop-shadow\(.*\)|url\("#[^"]*shadow[^"]*"\))$/i;

export function lightOf({ opacity, filter }: CSSStyleDeclaration, around: Light): Light {
  const brightness = /^brightness\(([\d.]+)\)$/.exec(filter)?.[1];
  if (brightness === undefined && filter !== 'none' && !shadow.test(filter)) throw new NotPlain(filter);
  return { opacity: around.opacity * Number(opacity), brightness: around.brightness * Number(brightness ?? 1) };
}
