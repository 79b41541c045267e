/** The tools for agents as VS Code offers them to language models: those of the MCP server, at work on the workspace. */
import * as vscode from 'vscode';
import { editorToolName } from '../../core/agents/manifest.ts';
import type { ToolHost } from '../../core/agents/tool.ts';
import { tools } from '../../core/agents/tools.ts';
import { createToolHost } from './host.ts';
import type { ToolHostParts } from './host.ts';

export function registerAgentTools(parts: ToolHostParts): vscode.Disposable {
  // Editors built from the same sources may lack it.
  const lm: Partial<typeof vscode.lm> | undefined = (vscode as Partial<typeof vscode>).lm;
  if (lm?.registerTool === undefined) return new vscode.Disposable(() => undefined);
  const { registerTool } = lm;
  return vscode.Disposable.from(
    ...tools.map((tool) =>
      registerTool<unknown>(editorToolName(tool.name), {
        // No tool writes anything, so there is nothing to confirm.
        prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Diagram Gates: {0}', tool.name) }),
        invoke: async ({ input }, cancel) => {
          const host: ToolHost = createToolHost(parts, cancel);
          const answer = await tool.run(input, host);
          if (answer.failed === true) throw new Error(answer.text);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.text)]);
        },
      }),
    ),
  );
}
