/** Tells whether the title of a chart or an axis says what its values are counted in. */
import { currencyCodes, unitWords } from './units.ts';
import { singularOf } from './unitText.ts';

const signs = /[%$€£¥₹°]|\b[kKMBG]?(?:bps|FPS|RCU|WCU|GW|MW|kW|kWh|vCPU)\b/;
const per = /\bper [a-z]|\w\/(?:s|sec|second|min|minute|h|hour|day|week|month|mo|year|yr|user|request)\b/i;
const counting =
  /\b(?:count|number of|multiplier|percentage|share|thousands?|millions?|billions?|headcount|in [KMB])\b|\([KMB]\)/i;

/** "Latency (ms)", "Requests per second", "Market cap ($T)": not "Score", "Performance". */
export function namesUnit(title: string): boolean {
  if (signs.test(title) || per.test(title) || counting.test(title)) return true;
  return wordsOf(title).some((word) => currencyCodes.has(word) || isUnit(word));
}

/** It may also say what it counts: "Messages", "Requests by region"; not "Cost by services", "Economics". */
export function namesCount(title: string): boolean {
  const [subject = ''] = title.split(/\(|\b(?:after|before|by|during|for|from|in|of|over|per|vs)\b/i, 1);
  const noun = wordsOf(subject).at(-1) ?? '';
  return namesUnit(title) || (noun.length > 3 && !noun.endsWith('ics') && singularOf(noun) !== undefined);
}

const wordsOf = (title: string): readonly string[] => title.match(/[A-Za-zµμ]+/g) ?? [];

/** Letters that are a unit only behind a figure (`5m`) are none in a title. */
function isUnit(word: string): boolean {
  const unit = unitWords.get(word) ?? unitWords.get(word.toLowerCase());
  return unit !== undefined && unit.attached === undefined;
}
