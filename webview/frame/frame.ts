/**
 * The isolated frame: draws what the shell asks for, one diagram at a time. It has an opaque origin, no network and no way
 * to the host; the shell hands it one port in its first message and ends it when it does not answer.
 */
import { longestInsistedPicture, longestPicture, parseShellToFrame, previewProtocol } from '../../core/protocol.ts';
import type { FrameToShell, ShellToFrame } from '../../core/protocol.ts';
import { assertNever } from '../../core/model.ts';
import { draw } from './draw.ts';
import { guard, limitsOf } from './guard.ts';
import { Icons } from './icons.ts';
import { bringModules } from './modules.ts';
import { Parts } from './parts.ts';
import { print } from './print.ts';
import { zenuml } from './zenuml.ts';
import mermaid from 'mermaid';
import mermaidPackage from 'mermaid/package.json' with { type: 'json' };

// What the shell brings in later runs under the same nonce as this.
const nonce = document.currentScript instanceof HTMLScriptElement ? document.currentScript.nonce : '';

addEventListener('message', function connect(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== window.parent || port === undefined) return;
  removeEventListener('message', connect);
  serve(port);
});

function serve(port: MessagePort): void {
  const stage = document.createElement('div');
  document.body.replaceChildren(stage);
  let blocked = 0;
  document.addEventListener('securitypolicyviolation', () => (blocked += 1));

  const post = (message: FrameToShell): void => port.postMessage(message);
  const parts = new Parts(post, nonce);
  bringModules(parts);
  const icons = new Icons(parts);
  const plugins = mermaid.registerExternalDiagrams([zenuml(parts)]);
  const answer = async (request: Exclude<ShellToFrame, { readonly type: 'part' }>): Promise<FrameToShell> => {
    const { seq } = request;
    switch (request.type) {
      case 'render': {
        const refusal = guard(request.text, limitsOf[request.limits]);
        if (refusal !== undefined) return { type: 'failed', seq, problem: refusal };
        blocked = 0;
        const drawing = await draw(request.text, request.palette, stage, () => icons.prepare(request.text));
        if ('problem' in drawing) return { type: 'failed', seq, problem: drawing.problem };
        const allowed = request.limits === 'generous' ? longestInsistedPicture : longestPicture;
        if (drawing.svg.length > allowed) return { type: 'failed', seq, problem: { kind: 'too-large', allowed } };
        return { type: 'rendered', seq, blocked, ...drawing };
      }
      case 'print':
        return print(request, parts, stage);
      case 'spin': {
        const end = performance.now() + request.span;
        while (performance.now() < end);
        return { type: 'spun', seq };
      }
      default:
        return assertNever(request);
    }
  };

  // Mermaid keeps its configuration in module variables, so drawings must not overlap.
  let last = plugins;
  port.onmessage = (event: MessageEvent): void => {
    const request = parseShellToFrame(event.data);
    if (request?.type === 'part') parts.receive(request.name, request.text);
    else if (request !== undefined) last = last.then(async () => post(await answer(request)));
  };
  post({ type: 'ready', protocol: previewProtocol, mermaid: mermaidPackage.version });
}
