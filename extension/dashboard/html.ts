/** The one function that builds the dashboard's page. Knows no `vscode`, so that tests serve the very same page. */
import type { DashboardTexts } from '../../core/dashboardProtocol.ts';
import { escapeMarkup as escape } from '../../core/report/markup.ts';

export interface DashboardPage {
  /** A BCP 47 tag, such as `en`. */
  readonly language: string;
  readonly title: string;
  /** Fresh for each page; letters and digits only. */
  readonly nonce: string;
  readonly script: string;
  readonly texts: DashboardTexts;
}

/** The whole page: a policy, one script, and its texts. What is known of documents travels as messages. */
export function dashboardHtml({ language, title, nonce, script, texts }: DashboardPage): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    // Bars are as wide as a style attribute says; nothing of a document goes into one.
    `style-src 'unsafe-inline'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
</head>
<body data-texts="${escape(JSON.stringify(texts))}">
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>
</html>`;
}
