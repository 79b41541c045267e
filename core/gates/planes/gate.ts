/** Gate 3: does every component of an architecture show its plane? Its rules' ids are DG301 to DG399. */
import { defaultConfig } from '../../config.ts';
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { contrast } from './contrast.ts';
import { rememberByPlanes } from './facts/byPlanes.ts';
import { readPlaneColours } from './facts/planeColours.ts';
import { planeMixedPalettes } from './plane-mixed-palettes.ts';
import { planeUncoloured } from './plane-uncoloured.ts';
import { planeUnknownColour } from './plane-unknown-colour.ts';
import { planeWrong } from './plane-wrong.ts';

/** The gate's own question; that a label can be read is no matter of planes. */
const deciding = [planeUncoloured, planeWrong, planeUnknownColour, planeMixedPalettes];

export const planesGate: Gate = {
  id: 'planes',
  ...gateWords.planes,
  rules: [...deciding, contrast],
  judge(facts, config) {
    const architectures = facts.diagrams.flatMap((diagram) => readPlaneColours(diagram.facts, config.planes) ?? []);
    const components = architectures.flatMap((architecture) => architecture.components);
    const coloured = components.filter(({ shown }) => shown !== undefined);
    const isFailed = facts.diagrams.some((diagram) => isFaulty(diagram.facts, config.planes));
    const verdict = architectures.length === 0 ? 'not-applicable' : isFailed ? 'fail' : 'pass';
    return {
      verdict,
      evidence: { applicable: architectures.length, components: components.length, coloured: coloured.length },
    };
  },
};

const isFaulty = rememberByPlanes((facts, planes) => {
  const config = { ...defaultConfig, planes };
  return deciding.some((rule) => [...rule.check(facts, config)].length > 0);
});
