/** BPMN 2.0: a process as a flowchart with lanes, gateways and events. */
import { emitBpmn } from './bpmn/emit.ts';
import { readBpmn } from './bpmn/read.ts';
import { defineSource } from './source.ts';

export const bpmn = defineSource({
  id: 'bpmn',
  title: 'BPMN process',
  reads: 'BPMN 2.0 in XML, as Camunda, Signavio, bpmn.io and others write it',
  makes: 'a flowchart with pools and lanes as subgraphs, gateways as diamonds and conditions on the edges, and a table of its steps', // prettier-ignore
  files: ['*.bpmn', '*.bpmn20.xml', '*.bpmn2', '*.xml'],
  // It is read at one go; a process of this size is longer than any diagram.
  mostBytes: 8_000_000,
  options: [
    {
      name: 'process',
      label: 'The id or name of the process to draw',
      otherwise: 'all of them',
      problemOf: (value) => (value.trim() === '' ? 'write the id or name of a process' : undefined),
    },
  ],
  detect({ head, name }) {
    if (!/^\s*</.test(head)) return 0;
    if (head.includes('http://www.omg.org/spec/BPMN/')) return 0.95;
    return /<(?:\w+:)?definitions[\s>]/.test(head) && name.includes('.bpmn') ? 0.8 : 0;
  },
  parse: readBpmn,
  emit: emitBpmn,
});
