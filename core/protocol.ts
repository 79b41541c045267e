/**
 * The preview's messages: extension host <-> shell (the webview) <-> frame (Mermaid, isolated). Every type here is read
 * from its parser, so what the compiler believes is what the receiving side checks.
 *
 * A request carries `seq` and is answered by exactly one message with the same `seq`, also when it fails. Requests about a
 * document carry its `uri` and `version`. A diagram's version is its `key`: a picture is right for its text, whichever
 * version of the document the text stands in.
 */
import { frameParts } from './frameParts.ts';
import { either, finite, flag, list, oneOf, optional, parser, record, text, whole } from './shape.ts';
import type { Shape } from './shape.ts';

export const previewProtocol = 1;

/** The longest text of one diagram that travels; the frame's guard is far stricter. */
export const longestDiagram = 200_000;
/** The longest SVG the shell accepts from the frame: beyond it, cleaning and laying it out would stall the panel. */
export const longestPicture = 1_500_000;
/** The same where somebody insisted on one picture and waits for it. */
export const longestInsistedPicture = 6_000_000;
/** A page's further diagrams are not shown. */
export const mostDiagrams = 2_000;

const seq = whole();
const version = whole();
const uri = text(8_000);
const key = text(200);
const place = whole(0, mostDiagrams);

// ---- Names for the parts of a picture, by which both sides mean the same

export const longestPartName = 300;
/** A part has a handful of names, a line of a diagram a handful of parts. */
export const mostPartNames = 60;

/** Names of a diagram's parts: by the author's id, by place in the order of definition (0-based), by the words it shows. */
export const partNames = {
  node: (id: string) => partName('node', id),
  nodeAt: (index: number) => partName('node', index),
  edge: (id: string) => partName('edge', id),
  edgeAt: (index: number) => partName('edge', index),
  group: (id: string) => partName('group', id),
  row: (id: string) => partName('row', id),
  rowAt: (index: number) => partName('row', index),
  /** White space does not count: a picture breaks lines where it likes. */
  words: (shown: string) => partName('words', shown.replace(/\s+/g, '')),
} as const;

const partName = (kind: string, name: string | number): string =>
  `${kind}${typeof name === 'number' ? '#' : ':'}${name}`.slice(0, longestPartName);

export const partNameList = list(text(longestPartName), mostPartNames);

// ---- Pictures for files

export const imageFormats = ['svg', 'png', 'pdf'] as const;
export type ImageFormat = (typeof imageFormats)[number];
/** The longest picture for a file, in characters: SVG as it is, the others in base64. */
const longestImage = 60_000_000;
/** How many pixels a PNG has for each of the picture's own. */
export const imageScales = { least: 1, most: 4, usual: 2 } as const;

/** What is behind an exported picture: its theme's paper, or nothing. */
export const exportBackgrounds = ['theme', 'transparent'] as const;

/** In which colours a picture is exported: those of the preview, or light or dark ones whatever the editor's theme. */
export const exportColours = ['preview', 'light', 'dark'] as const;

/** Labels in HTML wrap and are laid out best, but only browsers read them; labels as SVG text can be read everywhere. */
const labelKinds = ['html', 'text'] as const;

/** How a picture for a file or the clipboard is to be. `paper` paints the background that belongs to it. */
const imageWish = {
  format: oneOf(...imageFormats),
  scale: finite(imageScales.least, imageScales.most),
  paper: flag,
  colours: oneOf(...exportColours),
  labels: oneOf(...labelKinds),
};

// ---- What went wrong with one picture

/** The limits that the raw text must keep before Mermaid sees it. */
export const guardLimits = ['total', 'line', 'styleLine', 'number', 'aliases'] as const;
export type GuardLimit = (typeof guardLimits)[number];

export const renderProblem = either(
  /** Mermaid refused; `message` is its own words. */
  record({ kind: oneOf('mermaid'), message: text(20_000) }),
  /** The guard refused; `allowed` is the limit's value, `line` the 1-based line in the diagram's text. */
  record({ kind: oneOf('guard'), limit: oneOf(...guardLimits), allowed: whole(), line: optional(whole(1)) }),
  /** A picture from the network was asked for. */
  record({ kind: oneOf('remote-image') }),
  /** Nothing within the budget, in milliseconds. */
  record({ kind: oneOf('timeout'), budget: whole() }),
  /** The picture is larger than the panel can show; in characters. */
  record({ kind: oneOf('too-large'), allowed: whole() }),
  /** The isolated frame does not start. */
  record({ kind: oneOf('frame'), message: text(20_000) }),
);
export type RenderProblem = Shape<typeof renderProblem>;

// ---- Extension host -> shell

/** The longest text that is shown to people. */
export const longestMessage = 2_000;

const fault = record({
  message: text(longestMessage),
  /** What the preferred repair does, for people; absent where there is none. */
  fix: optional(text()),
  /** 1-based line in the document. */
  line: whole(1),
});
export type PreviewFault = Shape<typeof fault>;

/** Of what a diagram says, nobody listens to more. */
export const mostOutlineLines = 500;
export const longestOutlineLine = 500;

/** How many findings of one diagram are told in words; the others are counted. */
export const mostToldFindings = 6;

/** What the gates found in one diagram. */
const diagramFindings = record({
  error: whole(),
  warning: whole(),
  info: whole(),
  /** For people: the gravest first, each with its line. */
  words: list(text(longestMessage), mostToldFindings),
});
export type DiagramFindings = Shape<typeof diagramFindings>;

export const planeLimits = { planes: 20, nodes: 500, name: 100 } as const;

const diagramPlane = record({
  name: text(planeLimits.name),
  /** The plane's colour, as `#RRGGBB`. */
  fill: text(40),
  /** The nodes' ids, as `partNames.node` takes them. */
  nodes: list(text(longestPartName), planeLimits.nodes),
});
export type PreviewPlane = Shape<typeof diagramPlane>;

const previewDiagram = record({
  key,
  /** For people: what the diagram is called; absent where nobody says. */
  title: optional(text(300)),
  /** Absent when the shell already has the text under this key from the message before. */
  text: optional(text(longestDiagram)),
  /** What the diagram says, in lines, for those who do not see it; travels with the text. Absent where nobody reads the type. */
  outline: optional(list(text(longestOutlineLine), mostOutlineLines)),
  /** Mermaid's own name of the diagram type. */
  type: optional(text(100)),
  /** 1-based first line of the block in the document. */
  line: whole(1),
  /** What Mermaid's parser said; such a text is not rendered. */
  fault: optional(fault),
  /** Absent where nothing was found. */
  findings: optional(diagramFindings),
  /** Of an architecture: which nodes live in which plane. */
  planes: optional(list(diagramPlane, planeLimits.planes)),
});
export type PreviewDiagram = Shape<typeof previewDiagram>;

/** The extension has a handful of gates; more than this is none of ours. */
const mostGates = 20;

const previewGate = record({
  id: text(40),
  /** For people: the gate's name. */
  title: text(),
  verdict: oneOf('pass', 'fail', 'not-applicable'),
  /** For people: the question, the verdict and what was counted. */
  words: text(longestMessage),
  /** How many findings of the page belong to the gate. */
  findings: whole(),
});
export type PreviewGate = Shape<typeof previewGate>;

const previewDocument = record({
  uri,
  version,
  /** For people: the file's name without its folders. */
  name: text(),
  diagrams: list(previewDiagram, mostDiagrams),
  /** In the order in which they are judged; none where nothing was judged yet. */
  gates: list(previewGate, mostGates),
});
export type PreviewDocument = Shape<typeof previewDocument>;

const hostToShell = either(
  /** Answered by `shown`. */
  record({ type: oneOf('show'), seq, document: previewDocument, current: optional(place), marked: partNameList }),
  /** The cursor went to another diagram, or to another part of it: `marked` names the parts it speaks of. No answer. */
  record({ type: oneOf('cursor'), uri, version, current: optional(place), marked: partNameList }),
  /** There is nothing to show; answered by `shown`. */
  record({ type: oneOf('nothing'), seq, reason: oneOf('no-document', 'missing-file'), name: optional(text()) }),
  /** Make a picture for a file; answered by `image` or `noImage`. */
  record({ type: oneOf('image'), seq, uri, version, diagram: place, ...imageWish }),
  /** Put a picture on the clipboard, which takes a PNG only; answered by `copied` or `noImage`. */
  record({ type: oneOf('copy'), seq, uri, version, diagram: place, ...imageWish }),
  /** As the buttons of the same names. No answer. */
  record({ type: oneOf('zoom'), to: oneOf('fit', 'actual-size') }),
  /** Whether the panel stays with what it shows; the host decides. No answer. */
  record({ type: oneOf('locked'), locked: flag }),
  /** The answers to the shell's requests. */
  record({ type: oneOf('done'), seq }),
  record({ type: oneOf('refused'), seq, problem: text() }),
);
export type HostToShell = Shape<typeof hostToShell>;
export type ImageRequest = Extract<HostToShell, { readonly type: 'image' | 'copy' }>;
export type ImageWish = Shape<ReturnType<typeof record<typeof imageWish>>>;
export const parseHostToShell = parser(hostToShell);

// ---- Shell -> extension host

const shellToHost = either(
  record({ type: oneOf('ready'), protocol: whole() }),
  /**
   * All that can be seen of the document is drawn (`settled`), or a newer message took its place (`superseded`).
   * `failures` are diagrams that parse and yet do not render.
   */
  record({
    type: oneOf('shown'),
    seq,
    version,
    outcome: oneOf('settled', 'superseded'),
    failures: list(record({ diagram: place, problem: renderProblem }), mostDiagrams),
  }),
  record({ type: oneOf('image'), seq, data: text(longestImage) }),
  record({ type: oneOf('noImage'), seq, message: text(longestMessage) }),
  /** The picture is on the clipboard, unless there was a problem with the clipboard. */
  record({ type: oneOf('copied'), seq, problem: optional(text(longestMessage)) }),
  /** Save a diagram as a picture, where and how the user says; answered by `done` or `refused`. */
  record({ type: oneOf('export'), seq, uri, version, diagram: place }),
  /** The clipboard did not take a picture: offer to save it; answered by `done` or `refused`. */
  record({ type: oneOf('saveInstead'), seq, uri, version, diagram: place, problem: text(longestMessage) }),
  /** Select something in the editor; answered by `done` or `refused`. */
  record({ type: oneOf('reveal'), seq, uri, version, diagram: place, target: oneOf('fault', 'diagram') }),
  /** Select the text of a part of a diagram, or all that speaks of it; `names`, the surest first. Answered by `done` or `refused`. */
  record({ type: oneOf('revealPart'), seq, uri, version, diagram: place, names: partNameList, all: flag }),
  /** Give the editor of the page the focus; answered by `done` or `refused`. */
  record({ type: oneOf('focusText'), seq, uri, version }),
  /** Make the preferred repair of a diagram's fault; answered by `done` or `refused`. */
  record({ type: oneOf('fix'), seq, uri, version, diagram: place }),
  /** Go to another diagram of the page: the panel stays there until the cursor goes elsewhere. Answered by `done` or `refused`. */
  record({ type: oneOf('goTo'), seq, uri, version, diagram: place }),
  /** Select the first finding in a diagram, which shows them all in turn; answered by `done` or `refused`. */
  record({ type: oneOf('revealFindings'), seq, uri, version, diagram: place }),
  /** Select the first finding of a gate in the editor, which shows them all in turn; answered by `done` or `refused`. */
  record({ type: oneOf('revealGate'), seq, uri, version, gate: text(40) }),
  /** Open a link of a diagram outside; answered by `done` or `refused`. */
  record({ type: oneOf('openLink'), seq, uri, version, href: text() }),
  /** Stay with this diagram, or follow the cursor again; the host says `locked`. */
  record({ type: oneOf('lock'), locked: flag }),
  /** Give the panel all of the window that editors have, or what it had before. No answer. */
  record({ type: oneOf('maximise'), on: flag }),
  /** For the log; no answer. */
  record({ type: oneOf('note'), level: oneOf('debug', 'info', 'warn', 'error'), message: text() }),
);
export type ShellToHost = Shape<typeof shellToHost>;
export const parseShellToHost = parser(shellToHost);
/** What the shell asks for and waits for an answer to. */
export type ShellRequest = Extract<
  ShellToHost,
  {
    readonly type:
      | 'reveal'
      | 'revealPart'
      | 'focusText'
      | 'fix'
      | 'goTo'
      | 'revealFindings'
      | 'revealGate'
      | 'export'
      | 'saveInstead'
      | 'openLink';
  }
>;

// ---- Shell -> frame

const colour = text(40);

/**
 * What pictures look like that choose no theme themselves: like the editor around them, as Mermaid 12 draws by itself, or
 * as GitHub shows them today, with Mermaid 11's theme, look and layout.
 */
export const pictureLooks = ['editor', 'mermaid-12', 'github'] as const;
export type PictureLook = (typeof pictureLooks)[number];

/** The colours a picture is drawn in; all opaque, as `#rrggbb`. */
const palette = record({
  look: oneOf(...pictureLooks),
  kind: oneOf('light', 'dark', 'high-contrast', 'high-contrast-light'),
  paper: colour,
  ink: colour,
  accent: colour,
  /** A CSS font list. */
  font: text(500),
  labels: oneOf(...labelKinds),
});
export type Palette = Shape<typeof palette>;

/** From core/frameParts.ts. */
const part = oneOf(...frameParts);
/** The largest part has three million characters. */
const longestPart = 10_000_000;

/**
 * Which limits a text and its picture must keep: lower ones where a hang would stall the shell, higher ones where somebody
 * insists.
 */
const limitSets = ['strict', 'usual', 'generous'] as const;
export type LimitSet = (typeof limitSets)[number];

const shellToFrame = either(
  /** Answered by `rendered` or `failed`. */
  record({ type: oneOf('render'), seq, key, text: text(longestDiagram), palette, limits: oneOf(...limitSets) }),
  /**
   * Make a PDF document: of the shapes and words of an SVG, or of a PNG as a `data:` address. Answered by `printed` or
   * `failed`.
   */
  record({
    type: oneOf('print'),
    seq,
    from: oneOf('shapes', 'image'),
    source: text(longestImage),
    /** Of the picture, in pixels. */
    width: finite(0, 1_000_000),
    height: finite(0, 1_000_000),
    /** For people: what the document is called. */
    title: text(300),
  }),
  /** Keep the frame's thread busy for `span` milliseconds; answered by `spun`. */
  record({ type: oneOf('spin'), seq, span: finite(0, 1_000) }),
  /** The answer to `need`; without `text` where the part cannot be fetched. */
  record({ type: oneOf('part'), name: part, text: optional(text(longestPart)) }),
);
export type ShellToFrame = Shape<typeof shellToFrame>;
export type PrintRequest = Omit<Extract<ShellToFrame, { readonly type: 'print' }>, 'type' | 'seq'>;
export const parseShellToFrame = parser(shellToFrame);

// ---- Frame -> shell

const frameToShell = either(
  record({ type: oneOf('ready'), protocol: whole(), mermaid: text(100) }),
  record({
    type: oneOf('rendered'),
    seq,
    svg: text(longestInsistedPicture),
    diagramType: text(100),
    /** The background that belongs to the picture's theme, and the colour of text that has none of its own. */
    paper: colour,
    ink: colour,
    /** How many loads from outside the policy stopped while Mermaid drew. */
    blocked: whole(),
  }),
  record({ type: oneOf('failed'), seq, problem: renderProblem }),
  record({ type: oneOf('spun'), seq }),
  /** A PDF document in base64; absent where it cannot show the picture in shapes and words. */
  record({ type: oneOf('printed'), seq, pdf: optional(text(longestImage)) }),
  /** Fetch this part; answered by `part` with the same name. Each is asked for once. */
  record({ type: oneOf('need'), name: part }),
);
export type FrameToShell = Shape<typeof frameToShell>;
export const parseFrameToShell = parser(frameToShell);

// ---- What the shell keeps while its panel is hidden or VS Code restarts; read by the shell and by the host's serializer

/** The most characters of SVG that are kept. */
export const longestKeptPictures = 200_000;
export const mostKeptPictures = 50;

const previewState = record({
  protocol: oneOf(previewProtocol),
  uri,
  version,
  name: text(),
  mode: oneOf('one', 'all'),
  /** Whether the panel stays with its diagram; absent in states of before, which follow. */
  locked: optional(flag),
  /** Whether the list of the page's diagrams is seen; absent where nobody chose. */
  listed: optional(flag),
  /** Which of `pictures` is the current diagram's. */
  current: optional(place),
  /** What was last seen, so that it can be seen again at once. */
  pictures: list(
    record({
      /** As much as its place on the page is known by. */
      diagram: record({ key, title: optional(text(300)), type: optional(text(100)), line: whole(1) }),
      svg: text(longestKeptPictures),
      paper: text(40),
      ink: text(40),
      /** CSS pixels a pixel of the picture; absent where the picture is fitted. */
      zoom: optional(finite(0.01, 100)),
    }),
    mostKeptPictures,
  ),
});
export type PreviewState = Shape<typeof previewState>;
export const parsePreviewState = parser(previewState);

// ---- What the shell is told in its page

/** The texts of the panel, in the user's language; `{0}`, `{1}` stand for values. */
export const textKeys = [
  'oneDiagram',
  'wholePage',
  'zoomIn',
  'zoomOut',
  'actualSize',
  'fit',
  'fitWidth',
  'fullscreen',
  'leaveFullscreen',
  'find',
  'findNext',
  'findPrevious',
  'findPlace',
  'findNothing',
  'close',
  'copyImage',
  'copied',
  'notCopied',
  'exportImage',
  'lock',
  'toolbar',
  'viewChoice',
  'diagrams',
  'outline',
  'findings',
  'notDrawn',
  'diagramName',
  'untypedName',
  'position',
  'drawing',
  'drawn',
  'broken',
  'goToFault',
  'goToDiagram',
  'goToText',
  'gates',
  'planes',
  'highlightPlane',
  'gatesPassed',
  'noPicture',
  'noDiagram',
  'noDiagramHint',
  'noDocument',
  'noDocumentHint',
  'missingFile',
  'missingFileHint',
  'changedMeanwhile',
  'blocked',
  'tryAgain',
  'renderAnyway',
  'failedMermaid',
  'failedGuardTotal',
  'failedGuardLine',
  'failedGuardStyleLine',
  'failedGuardNumber',
  'failedGuardAliases',
  'failedRemoteImage',
  'failedTimeout',
  'failedTooLarge',
  'failedFrame',
  'sideBySide',
  'onionSkin',
  'blend',
  'comparison',
  'added',
  'removed',
  'changed',
  'unchanged',
  'lookOnly',
  'notThereBefore',
  'notThereNow',
  'wasBefore',
  'nothingChanged',
  'nothingChangedHint',
  'versionBefore',
  'versionNow',
] as const;
export type TextKey = (typeof textKeys)[number];

/** When the mouse moves and zooms pictures; the words are those of the built-in preview's `markdown-mermaid.mouseNavigation.enabled`. */
export const mouseNavigations = ['always', 'alt', 'never'] as const;
export type MouseNavigation = (typeof mouseNavigations)[number];

const shellConfig = record({
  mouseNavigation: oneOf(...mouseNavigations),
  /** Where the frame's script is. */
  frame: text(8_000),
  /** The time one diagram may take, in milliseconds. */
  budget: whole(100, 600_000),
  // Each key of `textKeys` gets a reader of its own, so the record has them all.
  texts: record(Object.fromEntries(textKeys.map((name) => [name, text()])) as Record<TextKey, ReturnType<typeof text>>),
});
export type ShellConfig = Shape<typeof shellConfig>;
export const parseShellConfig = parser(shellConfig);
