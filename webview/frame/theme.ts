/** Turns the editor's few colours into Mermaid's many theme variables, over its `base` theme. */
import type { Palette } from '../../core/protocol.ts';
import { mix, oklch } from './colours.ts';

/** Eight hues far apart, in an order in which neighbours differ; degrees of OKLCH. */
const hues = [255, 160, 75, 300, 20, 195, 45, 340] as const;

/** How a group of kinds of theme paints: the lightness and chroma of coloured areas and of their borders. */
interface Paint {
  readonly dark: boolean;
  readonly fill: readonly [lightness: number, chroma: number];
  readonly edge: readonly [lightness: number, chroma: number];
}

const paints: Readonly<Record<Palette['kind'], Paint>> = {
  light: { dark: false, fill: [0.9, 0.055], edge: [0.6, 0.12] },
  dark: { dark: true, fill: [0.38, 0.07], edge: [0.7, 0.11] },
  'high-contrast': { dark: true, fill: [0.3, 0.09], edge: [0.8, 0.13] },
  'high-contrast-light': { dark: false, fill: [0.95, 0.03], edge: [0.45, 0.14] },
};

/** Mermaid's `themeVariables` for a diagram that does not choose a theme itself. */
export function themeVariables(palette: Palette): Readonly<Record<string, unknown>> {
  const paint = paints[palette.kind];
  const { paper, ink, accent } = palette;
  const highContrast = palette.kind.startsWith('high-contrast');
  const fill = (index: number): string => oklch(paint.fill[0], paint.fill[1], hues[index % hues.length] ?? 0);
  const edge = (index: number): string => oklch(paint.edge[0], paint.edge[1], hues[index % hues.length] ?? 0);
  const surface = highContrast ? paper : mix(paper, accent, paint.dark ? 0.16 : 0.08);
  const raised = highContrast ? paper : mix(paper, ink, 0.05);
  const line = highContrast ? ink : mix(paper, ink, 0.62);
  const border = highContrast ? accent : mix(paper, accent, paint.dark ? 0.75 : 0.7);
  const quiet = highContrast ? ink : mix(paper, ink, 0.22);
  const note = highContrast ? paper : oklch(...paint.fill, 85);
  const danger = oklch(...paint.fill, 25);
  const dangerEdge = oklch(...paint.edge, 25);

  return {
    darkMode: paint.dark,
    background: paper,
    fontFamily: palette.font,
    fontSize: '14px',
    useGradient: false,
    dropShadow: 'none',

    primaryColor: surface,
    primaryTextColor: ink,
    primaryBorderColor: border,
    secondaryColor: raised,
    secondaryTextColor: ink,
    secondaryBorderColor: quiet,
    tertiaryColor: raised,
    tertiaryTextColor: ink,
    tertiaryBorderColor: quiet,
    mainBkg: surface,
    secondBkg: raised,
    labelBackground: raised,
    nodeBorder: border,
    clusterBkg: raised,
    clusterBorder: quiet,
    lineColor: line,
    arrowheadColor: line,
    textColor: ink,
    titleColor: ink,
    edgeLabelBackground: paper,
    labelBackgroundColor: paper,
    noteBkgColor: note,
    noteTextColor: ink,
    noteBorderColor: highContrast ? ink : oklch(...paint.edge, 85),

    actorLineColor: quiet,
    activationBkgColor: mix(paper, accent, 0.25),
    activationBorderColor: border,
    sequenceNumberColor: paper,
    // The numbers of a sequence stand on it, in the paper's colour.
    signalColor: highContrast ? ink : mix(paper, ink, 0.75),
    signalTextColor: ink,
    labelBoxBkgColor: raised,
    labelBoxBorderColor: quiet,
    loopTextColor: ink,

    compositeBackground: raised,
    compositeTitleBackground: surface,
    altBackground: raised,
    stateLabelColor: ink,
    transitionColor: line,
    transitionLabelColor: ink,
    rowOdd: paper,
    rowEven: raised,
    attributeBackgroundColorOdd: paper,
    attributeBackgroundColorEven: raised,
    relationLabelBackground: paper,
    relationLabelColor: ink,

    sectionBkgColor: raised,
    sectionBkgColor2: raised,
    altSectionBkgColor: paper,
    gridColor: quiet,
    excludeBkgColor: mix(paper, ink, 0.09),
    taskBkgColor: fill(0),
    taskBorderColor: edge(0),
    taskTextColor: ink,
    taskTextDarkColor: ink,
    taskTextLightColor: ink,
    taskTextOutsideColor: ink,
    taskTextClickableColor: ink,
    activeTaskBkgColor: fill(1),
    activeTaskBorderColor: edge(1),
    doneTaskBkgColor: mix(paper, ink, 0.14),
    doneTaskBorderColor: mix(paper, ink, 0.4),
    critBkgColor: danger,
    critBorderColor: dangerEdge,
    todayLineColor: dangerEdge,
    vertLineColor: edge(3),

    ...numbered('cScale', 12, 0, fill),
    ...numbered('cScalePeer', 12, 0, edge),
    ...numbered('cScaleInv', 12, 0, edge),
    ...numbered('cScaleLabel', 12, 0, () => ink),
    ...numbered('fillType', 8, 0, fill),
    ...numbered('surface', 5, 0, (index) => mix(paper, ink, 0.04 + 0.03 * index)),
    ...numbered('surfacePeer', 5, 0, () => quiet),
    ...numbered('pie', 12, 1, (index) => fill(index - 1)),
    ...numbered('venn', 8, 1, (index) => edge(index - 1)),
    ...numbered('git', 8, 0, edge),
    ...numbered('gitInv', 8, 0, () => paper),
    ...numbered('gitBranchLabel', 8, 0, () => paper),
    scaleLabelColor: ink,
    commitLabelColor: ink,
    commitLabelBackground: raised,
    commitLabelFontSize: '12px',
    tagLabelColor: ink,
    tagLabelBackground: surface,
    tagLabelBorder: border,
    tagLabelFontSize: '12px',

    pieTitleTextColor: ink,
    pieTitleTextSize: '18px',
    pieSectionTextColor: ink,
    pieSectionTextSize: '14px',
    pieLegendTextColor: ink,
    pieLegendTextSize: '14px',
    pieStrokeColor: highContrast ? ink : paper,
    pieOuterStrokeColor: quiet,
    pieOuterStrokeWidth: '1px',
    pieOpacity: '1',

    ...numbered('quadrant', 4, 1, (index) => mix(paper, accent, 0.04 * index), 'Fill'),
    ...numbered('quadrant', 4, 1, () => ink, 'TextFill'),
    quadrantPointFill: edge(0),
    quadrantPointTextFill: ink,
    quadrantXAxisTextFill: ink,
    quadrantYAxisTextFill: ink,
    quadrantTitleFill: ink,
    quadrantInternalBorderStrokeFill: quiet,
    quadrantExternalBorderStrokeFill: line,

    xyChart: {
      backgroundColor: paper,
      titleColor: ink,
      dataLabelColor: ink,
      legendTextColor: ink,
      ...axis('xAxis', ink, line),
      ...axis('yAxis', ink, line),
      plotColorPalette: hues.map((_, index) => edge(index)).join(','),
    },
    treeView: {
      labelColor: ink,
      lineColor: line,
      iconColor: line,
      descriptionColor: line,
      highlightBg: fill(2),
      highlightStroke: edge(2),
    },
    packet: {
      startByteColor: ink,
      endByteColor: ink,
      labelColor: ink,
      titleColor: ink,
      blockStrokeColor: border,
      blockFillColor: surface,
    },
    radar: { axisColor: line, graticuleColor: quiet, graticuleOpacity: 0.3, curveOpacity: 0.6 },
    cynefin: {
      boundaryColor: line,
      cliffColor: dangerEdge,
      arrowColor: line,
      textColor: ink,
      labelColor: ink,
      complexBg: fill(1),
      complicatedBg: fill(0),
      chaoticBg: danger,
      clearBg: fill(2),
      confusionBg: fill(3),
    },
    wardley: {
      backgroundColor: paper,
      axisColor: line,
      axisTextColor: ink,
      gridColor: quiet,
      componentFill: paper,
      componentStroke: line,
      componentLabelColor: ink,
      linkStroke: line,
      annotationStroke: line,
      annotationTextColor: ink,
      annotationFill: paper,
    },
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: quiet,
    requirementBackground: surface,
    requirementBorderColor: border,
    requirementTextColor: ink,
    relationColor: line,

    emUiFill: raised,
    emUiStroke: quiet,
    emProcessorFill: fill(3),
    emProcessorStroke: edge(3),
    emReadModelFill: fill(1),
    emReadModelStroke: edge(1),
    emCommandFill: fill(0),
    emCommandStroke: edge(0),
    emEventFill: fill(6),
    emEventStroke: edge(6),
    emSwimlaneBackgroundOdd: raised,
    emSwimlaneBackgroundStroke: quiet,
    emArrowhead: line,
    emRelationStroke: line,
  };
}

/** `name0`, `name1`, … up to `count` of them, counted from `first`. */
const numbered = (
  name: string,
  count: number,
  first: number,
  colour: (index: number) => string,
  ending = '',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${name}${first + index}${ending}`, colour(first + index)]),
  );

const axis = (name: 'xAxis' | 'yAxis', ink: string, line: string): Readonly<Record<string, string>> => ({
  [`${name}TitleColor`]: ink,
  [`${name}LabelColor`]: ink,
  [`${name}TickColor`]: line,
  [`${name}LineColor`]: line,
});
