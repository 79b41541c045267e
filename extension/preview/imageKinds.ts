/** The kinds of pictures that diagrams are exported as, in the order in which they are offered. */
import * as vscode from 'vscode';
import type { ImageFormat, ImageWish } from '../../core/protocol.ts';

export interface ImageKind extends Pick<ImageWish, 'format' | 'labels'> {
  /** For people. */
  readonly name: string;
  readonly detail: string;
}

function imageKinds(scale: number): readonly ImageKind[] {
  return [
    {
      format: 'svg',
      labels: 'html',
      name: vscode.l10n.t('SVG'),
      detail: vscode.l10n.t('For web pages and browsers: sharp at every size'),
    },
    {
      format: 'svg',
      labels: 'text',
      name: vscode.l10n.t('SVG with plain text'),
      detail: vscode.l10n.t('For Inkscape, Word and others that read no HTML inside a picture'),
    },
    {
      format: 'png',
      labels: 'html',
      name: vscode.l10n.t('PNG'),
      detail: vscode.l10n.t("For everything else: {0} pixels for each of the picture's own", scale),
    },
    {
      format: 'pdf',
      labels: 'text',
      name: vscode.l10n.t('PDF'),
      detail: vscode.l10n.t('For printing and papers: one page of the size of the diagram'),
    },
  ];
}

/** The first kind of a format; each format has one. */
export function kindOf(format: ImageFormat, scale: number): ImageKind {
  const kind = imageKinds(scale).find((candidate) => candidate.format === format);
  if (kind === undefined) throw new Error(`nothing is exported as ${format}`);
  return kind;
}

/** Asks for a kind; undefined when nothing was chosen. */
export async function askKind(title: string, scale: number): Promise<ImageKind | undefined> {
  const chosen = await vscode.window.showQuickPick(
    imageKinds(scale).map((image) => ({ label: image.name, detail: image.detail, image })),
    { title, matchOnDetail: true },
  );
  return chosen?.image;
}
