/** The frame of a report as one HTML page, with a policy that lets it load and run nothing. */

const style = `
:root { color-scheme: light dark; --line: #8886; --muted: #666; --error: #b3261e; --warning: #8a5a00; --info: #1d5fbf; --bar: #0e7a55; }
@media (prefers-color-scheme: dark) { :root { --muted: #aaa; --error: #ff8a80; --warning: #ffcc66; --info: #8ab4f8; --bar: #34d399; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; overflow-wrap: anywhere; }
p { margin: 0.25rem 0 0.75rem; color: var(--muted); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
code { font: 0.9em ui-monospace, monospace; white-space: nowrap; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
td code { white-space: normal; overflow-wrap: anywhere; } td:nth-child(3) code { white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.75rem; margin: 0.75rem 0; padding: 0; list-style: none; }
.charts li { padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; }
.charts .number { float: right; } .charts svg { display: block; width: 100%; margin: 0.25rem 0; }
.axis { stroke: var(--line); } .curve { fill: none; stroke: var(--bar); stroke-width: 2; stroke-linejoin: round; } .dot { fill: var(--bar); }
.days { display: flex; justify-content: space-between; color: var(--muted); font-size: 0.85em; }
.gates { width: auto; } .gates th, .gates td { padding-right: 1.5rem; } meter { width: 8rem; }
`;

/** `body` is markup: whatever in it came from a document is escaped. */
export function htmlPage(body: string): string {
  const { before, after } = htmlFrame();
  return before + body + after;
}

/** What stands before and after the body. */
export function htmlFrame(): { readonly before: string; readonly after: string } {
  return {
    before: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Diagram Gates</title>
<style>${style}</style>
</head>
<body>
<h1>Diagram Gates</h1>
`,
    after: '\n</body>\n</html>\n',
  };
}
