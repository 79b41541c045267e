/** A real VS Code in a browser: the VS Code server out of the `code-server` package, one fresh instance per run. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, isInstalled } from './npmPackages.ts';
import type { PackageFolder } from './npmPackages.ts';
import { downloads, makeTemporaryFolder } from './paths.ts';
import { startProcess } from './processes.ts';
import { quietSettings } from './quietSettings.ts';

const codeServerVersion = '4.139.1';
const insidePackage = 'node_modules/code-server/lib/vscode';
const packages: PackageFolder = {
  folder: path.join(downloads, 'server', codeServerVersion),
  packages: [`code-server@${codeServerVersion}`],
  nested: [insidePackage],
};

export interface ServerOptions {
  /** Settings of this machine, by their full keys. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leave workspace trust on, so that folders open in Restricted Mode. */
  readonly restricted?: boolean;
}

/** What one workbench page shows. Paths are absolute. */
export interface WorkbenchPage {
  readonly folder: string;
  /** A `.code-workspace` file to open instead of the folder. */
  readonly workspace?: string;
  readonly extension?: string;
  /** A file to open, optionally with `:line:column`. */
  readonly openFile?: string;
  /** A CommonJS module exporting `run(): Promise<void>`, run in the extension host. */
  readonly tests?: string;
  /** Further pairs of VS Code's own payload. */
  readonly payload?: readonly (readonly [key: string, value: string])[];
}

export interface VsCodeServer {
  readonly origin: string;
  readonly workbenchUrl: (page: WorkbenchPage) => string;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Settles with the exit code when the server ends. */
  readonly exited: Promise<number>;
  /** Ends the server and deletes its data. */
  readonly stop: () => Promise<void>;
}

/** Installs the server on first use; `say` hears about the wait. Rejects when the npm registry is out of reach. */
const installServer = async (say: (message: string) => void): Promise<void> => {
  if (isInstalled(packages)) return;
  say(`installing the VS Code server (code-server ${codeServerVersion}) into ${path.relative('.', packages.folder)} …`);
  await installPackages(packages);
};

/** Starts a server with fresh data on a free port of the loopback interface and waits until it answers. */
export const startServer = async (options: ServerOptions = {}): Promise<VsCodeServer> => {
  const node = requireNode24();
  await installServer((message) => console.log(message));
  const data = await makeTemporaryFolder('server');
  const settingsFile = path.join(data, 'data/data/Machine/settings.json');
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2));

  const server = startProcess(
    node,
    [
      path.join(packages.folder, insidePackage, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--enable-smoke-test-driver'],
      ...(options.restricted === true ? [] : ['--disable-workspace-trust']),
      ...['--server-data-dir', path.join(data, 'data'), '--extensions-dir', path.join(data, 'extensions')],
    ],
    { cwd: data },
  );
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const port = await server.waitForLine(/^Extension host agent listening on (\d+)/, 60_000);
    const origin = `http://127.0.0.1:${port}`;
    return {
      origin,
      workbenchUrl: (page) => workbenchUrl(origin, page),
      output: server.output,
      exited: server.exited,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const requireNode24 = (): string => {
  if (Number.parseInt(process.versions.node) >= 24) return process.execPath;
  throw new Error(`the VS Code server needs Node 24, this is ${process.version}; start it through an npm script`);
};

const workbenchUrl = (origin: string, page: WorkbenchPage): string => {
  const payload = [
    ['skipWelcome', 'true'],
    ...(page.extension === undefined ? [] : [['extensionDevelopmentPath', remoteUri(page.extension)]]),
    ...(page.tests === undefined ? [] : [['extensionTestsPath', remoteUri(page.tests)]]),
    ...(page.openFile === undefined
      ? []
      : [
          ['openFile', remoteUri(page.openFile, new URL(origin).host)],
          ['gotoLineMode', 'true'],
        ]),
    ...(page.payload ?? []),
  ];
  const opened = decodeURIComponent(pathToFileURL(page.workspace ?? page.folder).pathname);
  const kind = page.workspace === undefined ? 'folder' : 'workspace';
  return `${origin}/?${kind}=${encodeURIComponent(opened)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
};

/**
 * The authority of a server's own files is the literal word `remote` in what the server is told. A file to open needs
 * the workspace's authority, which is the server's address: under another one VS Code shows it without diagnostics.
 */
const remoteUri = (file: string, authority = 'remote'): string =>
  `vscode-remote://${authority}${pathToFileURL(file).pathname}`;
