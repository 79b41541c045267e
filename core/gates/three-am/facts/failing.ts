/** Whether a line tells of something that fails, and not of a capability: "auto-failover" and "error handling" do not. */
import { matchesOf } from '../../../matches.ts';
import { averted, capability, failing } from './failureWords.ts';
import { anyOf, atStart, nearEnd } from './words.ts';

const failure = anyOf(failing, 'gi');
const isAverted = nearEnd(averted);
const isCapability = atStart(capability);
/** "Error rate hits 60%", "errors: 5%" beside "error rate: < 0.1%", which is an objective. */
const rising = /^rates?\s+(?:hits?|spik|jump|climb|ris|reach|at\s|surg)/i;
const setting = /^(?:\s*[:=]\s*[<≤~]?\s*\d|s?\/)/;
/** "5s timeout" is a setting as well. */
const duration = /\d\s?(?:ms|s|sec|seconds?|m|min|minutes?|h)?[\s-]*$/;
/** "Corrupted chunk detection" */
const distantCapability =
  /^[\w-]{1,20}\s+(?:detection|prevention|handling|recovery|protection|monitoring|tracking|tolerance|avoidance)\b/i;

/** "Primary down", not "scale down". */
const isDown =
  /(?<!\b(?:scal\w*|cool|top|drop|break|slow|count|shut\w*|spin|ramp|step|wind|drill|cut|bring|roll|narrow|write|lock|track|pin|drain)[ -])\bdown[ \t]*(?:$|[,;.(!])/im;

/** How far to look around a word. */
const reach = 40;

export function isFailing(line: string): boolean {
  for (const match of matchesOf(failure, line)) {
    const end = match.index + match[0].length;
    const before = line.slice(Math.max(0, match.index - reach), match.index);
    const behind = line.slice(end, end + reach);
    if (setting.test(behind) || isAverted.test(before)) continue;
    if (/^time-?\s?outs?$/i.test(match[0]) && duration.test(before)) continue;
    const next = behind.replace(/^[\s-]+/, '');
    if (distantCapability.test(next)) continue;
    if (!isCapability.test(next) || rising.test(next)) return true;
    // "95% failure rate" is measured while it fails.
    if (/^rate/i.test(next) && /\d\s*%\s*$/.test(before) && !/<\s*[\d.]+\s*%\s*$/.test(before)) return true;
  }
  return isDown.test(line);
}
