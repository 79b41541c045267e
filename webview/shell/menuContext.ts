/** What VS Code's context menu is told about a place of the panel: which diagram stands there. */

/** For `data-vscode-context`; VS Code adds up the attributes of the place that was clicked and of all around it. */
export const menuContext = (diagram: number | undefined): string =>
  JSON.stringify(diagram === undefined ? {} : { webviewSection: 'diagram', diagram });
