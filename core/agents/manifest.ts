/** The tools as VS Code's manifest names them. */
import type { ToolWords } from './tool.ts';

/** VS Code wants names that no other extension has. */
export const editorToolName = (name: string): string => `diagram-gates_${name}`;

const titles: Readonly<Record<string, string>> = {
  check: 'Check Diagrams',
  fix: 'Fix Diagrams',
  list_patterns: 'List Patterns',
  insert_pattern: 'Fill in a Pattern',
  from_source: 'Create Diagram from Source',
  explain_rule: 'Explain a Rule',
};

/** The manifest's `languageModelTools`. */
export const languageModelTools = (tools: readonly ToolWords[]): readonly object[] =>
  tools.map(({ name, description, schema }) => ({
    name: editorToolName(name),
    displayName: titles[name] ?? name,
    modelDescription: description,
    userDescription: description.split(/[.:]/, 1)[0],
    toolReferenceName: `diagram_${name}`,
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    inputSchema: schema,
  }));
