/** The style sheet inside each picture's shadow tree: the panel's own style must not reach the picture, nor it the panel. */

export const pictureStyle = new CSSStyleSheet();

const base = `
:host { all: initial; display: block; font: 16px/normal sans-serif; color: #333; }
svg { display: block; overflow: hidden; user-select: text; }
svg, svg * { forced-color-adjust: none; }
[data-marked] { filter: drop-shadow(0 0 1px var(--vscode-focusBorder)) drop-shadow(0 0 5px var(--vscode-focusBorder)); }
.node, .cluster-label, [data-et], [data-id], .task, .pieCircle, .legend, .commit, .messageText, text { cursor: pointer; }
[data-stop]:focus { outline: none; }
[data-stop]:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 3px; }
@media (forced-colors: active) { [data-stop]:focus-visible { outline-color: Highlight; } }
svg[data-dimmed] :is(.node, .cluster, .edgePaths > *, .flowchart-link):not([data-lit]), svg[data-dimmed] g.edgeLabel:not(:has([data-lit])) { opacity: 0.2; }
[data-link] { cursor: pointer; }
[data-link]:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

const still = `
svg, svg * { animation: none !important; transition: none !important; }
`;

/** Stops or allows the animations of every picture. */
export function setStillness(isStill: boolean): void {
  pictureStyle.replaceSync(isStill ? base + still : base);
}
