// Prints what bpmnlint's recommended rules and the reading of the files find, one file after another.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

for (const file of process.argv.slice(2)) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(readFileSync(file, 'utf8'));
  const linter = new Linter({ resolver: new NodeResolver() }); // rules remember what they saw
  const reports = await linter.lint(rootElement, { extends: 'bpmnlint:recommended' });
  for (const { message } of warnings) console.log(`${file}: ${message}`);
  for (const [rule, found] of Object.entries(reports)) {
    for (const { id, message } of found) console.log(`${file}: ${rule}: ${id}: ${message}`);
  }
}
console.log(`${process.argv.length - 2} read`);
