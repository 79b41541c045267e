/** The command line as a function of its surroundings; only bin.ts knows the process. */
import { baseline } from './baseline.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { from } from './from.ts';
import { init } from './init.ts';
import { toolsIn } from './mcp/tools.ts';
import { merge } from './merge.ts';
import { render } from './render/render.ts';
import { report } from './report.ts';
import { describeUsage, describeVerb } from './help.ts';
import { parseCommand } from './options.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Runs one command and returns its exit code: 0 clean, 1 findings, 2 wrong usage or something could not be read or written. */
export async function main(surroundings: Surroundings): Promise<ExitCode> {
  const command = parseCommand(surroundings.argv);
  switch (command.kind) {
    case 'help':
      surroundings.stdout.write(command.verb === undefined ? describeUsage() : describeVerb(command.verb));
      return 0;
    case 'version':
      surroundings.stdout.write(`${surroundings.version}\n`);
      return 0;
    case 'misuse':
      surroundings.stderr.write(`diagram-gates: ${command.problem}. Try --help.\n`);
      return 2;
    case 'check':
      return check(command.options, surroundings);
    case 'fix':
      return fix(command.options, surroundings);
    case 'baseline':
      return baseline(command.options, surroundings);
    case 'explain':
      return explain(command.rule, surroundings);
    case 'report':
      return report(command.options, surroundings);
    case 'render':
      return render(command.options, surroundings);
    case 'merge':
      return merge(command.options, surroundings);
    case 'mcp':
      return serve(surroundings);
    case 'init':
      return init(surroundings);
    case 'from':
      return from(command.options, surroundings);
  }
}

async function serve(surroundings: Surroundings): Promise<ExitCode> {
  const { tools, close } = toolsIn(surroundings);
  try {
    await surroundings.serveTools({ version: surroundings.version, tools });
    return 0;
  } finally {
    close();
  }
}
