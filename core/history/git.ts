/** What reading a history needs of git. Each host runs the program in its own way. */

export interface Git {
  /** What git prints when it is run with `args` and is given `input`; rejects when it fails. */
  run(args: readonly string[], input?: string): Promise<Uint8Array>;
  /** Bytes as text; what is no UTF-8 becomes signs that say so. */
  decode(bytes: Uint8Array): string;
}

/**
 * Before every command: nothing that a repository's own configuration names is started, and nothing is fetched. The program
 * itself must be one that the user chose.
 */
export const safely: readonly string[] = [
  ...['--no-pager', '--no-optional-locks', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'],
  ...['-c', 'log.showSignature=false', '-c', 'protocol.allow=never', '-c', 'maintenance.auto=false'],
];

/** Variables that go with it: nobody is asked for a password, and a partial clone stays as partial as it is. */
export const quietly: Readonly<Record<string, string>> = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};
