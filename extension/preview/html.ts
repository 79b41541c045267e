/** The one function that builds the preview's page. Knows no `vscode`, so that tests serve the very same page. */
import { escapeMarkup as escape } from '../../core/report/markup.ts';
import type { PictureLook, ShellConfig } from '../../core/protocol.ts';

export interface PreviewPage {
  /** A BCP 47 tag, such as `en`. */
  readonly language: string;
  readonly title: string;
  /** Fresh for each page; letters and digits only. */
  readonly nonce: string;
  /** What VS Code's context menu is told about the page; see menuArgument.ts. */
  readonly menuContext: string;
  /** Where the webview may fetch the frame's script from. */
  readonly cspSource: string;
  readonly shellScript: string;
  /** What pictures look like; like the editor unless told. */
  readonly look?: PictureLook;
  readonly config: ShellConfig;
}

/** The whole page: a policy, one script, what it is told, and what it will fetch first. Texts of documents never stand here; they travel as messages. */
export function previewHtml(page: PreviewPage): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${page.nonce}'`,
    // Mermaid and its layouts write style elements and attributes while they measure.
    `style-src 'unsafe-inline'`,
    `img-src data:`,
    `connect-src ${page.cspSource}`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
<link rel="preload" as="fetch" crossorigin="anonymous" href="${escape(page.config.frame)}">
</head>
<body data-look="${escape(page.look ?? 'editor')}" data-config="${escape(JSON.stringify(page.config))}" data-vscode-context="${escape(page.menuContext)}">
<script nonce="${escape(page.nonce)}" src="${escape(page.shellScript)}"></script>
</body>
</html>`;
}

/** A new secret for each page, so that only the script written there runs. */
export const createNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(36).padStart(2, '0')).join('');
