/** Reads the symbols of a diagram by its type. */
import { readArchitecture } from './architecture.ts';
import { readBlock } from './block.ts';
import { readC4 } from './c4.ts';
import { readPie, readQuadrant, readRadar, readSankey, readXychart } from './charts.ts';
import { readClassDiagram } from './classDiagram.ts';
import { readCynefin } from './cynefin.ts';
import { readEr } from './er.ts';
import { readEventModeling } from './eventModeling.ts';
import { readFlowchart } from './flowchart.ts';
import { readGitGraph } from './gitGraph.ts';
import { readIshikawa } from './ishikawa.ts';
import { readKanban } from './kanban.ts';
import { readMindmap } from './mindmap.ts';
import type { DiagramSymbols } from './model.ts';
import { readPacket } from './packet.ts';
import { readGantt, readJourney, readTimeline } from './plans.ts';
import { readRailroad } from './railroad.ts';
import { readRequirement } from './requirement.ts';
import { readSequence } from './sequence.ts';
import { readState } from './state.ts';
import { readTreemap } from './treemap.ts';
import { readTreeView } from './treeView.ts';
import { readUsecase } from './usecase.ts';
import { readVenn } from './venn.ts';
import { readWardley } from './wardley.ts';

type Reader = (text: string, type: string) => DiagramSymbols;

const readers: Readonly<Record<string, Reader>> = {
  flowchart: readFlowchart,
  'flowchart-v2': readFlowchart,
  'flowchart-elk': readFlowchart,
  swimlane: readFlowchart,
  sequence: readSequence,
  class: readClassDiagram,
  classDiagram: readClassDiagram,
  er: readEr,
  state: readState,
  stateDiagram: readState,
  pie: readPie,
  xychart: readXychart,
  quadrantChart: readQuadrant,
  sankey: readSankey,
  radar: readRadar,
  gantt: readGantt,
  timeline: readTimeline,
  journey: readJourney,
  c4: readC4,
  requirement: readRequirement,
  kanban: readKanban,
  mindmap: readMindmap,
  gitGraph: readGitGraph,
  architecture: readArchitecture,
  block: readBlock,
  wardley: readWardley,
  venn: readVenn,
  treemap: readTreemap,
  eventmodeling: readEventModeling,
  railroad: readRailroad,
  railroadEbnf: readRailroad,
  railroadAbnf: readRailroad,
  railroadPeg: readRailroad,
};

/** Types that are read for the preview only: no gate judges them. */
const furtherReaders: Readonly<Record<string, Reader>> = {
  agentflow: readFlowchart,
  cynefin: readCynefin,
  ishikawa: readIshikawa,
  packet: readPacket,
  treeView: readTreeView,
  usecase: readUsecase,
};

/** As `readSymbols`, of every type whose text anybody reads. */
export function readForPreview(text: string, type: string | undefined): DiagramSymbols | undefined {
  return type === undefined ? undefined : (readSymbols(text, type) ?? furtherReaders[type]?.(text, type));
}

/** The symbols of `text`; undefined for a type nobody reads yet. `type` is Mermaid's name of it. */
export function readSymbols(text: string, type: string | undefined): DiagramSymbols | undefined {
  return type === undefined ? undefined : readers[type]?.(text, type);
}
