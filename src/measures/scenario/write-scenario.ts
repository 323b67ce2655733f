/**
 * Writes a scenario as YAML that `readScenario` reads back.
 */
import { stringify } from 'yaml';
import type { Destination, Operation, Scenario, Taking } from './scenario-document.js';

/** The scenario as YAML; `comments` stand above it, one a line. */
export function writeScenario(scenario: Scenario, comments: readonly string[] = []): string {
  const { name, title, source, layer, against, pieces, operations } = scenario;
  const body = {
    name,
    ...(title === null ? {} : { title }),
    ...(source === null ? {} : { source }),
    ...(layer === null ? {} : { layer }),
    ...(against.length === 0 ? {} : { against }),
    ...(pieces.length === 0 ? {} : { pieces }),
    operations: operations.map(plainOperation),
  };
  return comments.map((line) => `# ${line}\n`).join('') + stringify(body, { lineWidth: 100 });
}

function plainOperation({ verb, takings, again }: Operation): Record<string, unknown> {
  const [first] = takings as readonly [Taking];
  const from = first.from === null ? {} : { from: first.from };
  const once = again === true ? { again } : {};
  switch (verb) {
    case 'merge':
      return { merge: takings.map((taking) => taking.from), into: target(first.to) };
    case 'move':
      return { move: first.pieces, ...from, to: target(first.to), ...once };
    case 'create':
      return { create: target(first.to), pieces: first.pieces, ...from, ...once };
    case 'rename':
      return { rename: first.from, to: target(first.to) };
    case 'abolish':
      return { abolish: first.from, to: target(first.to) };
    case 'split':
      return { split: first.from, into: takings.map(part) };
    case 'regroup':
      return { regroup: takings.map(part) };
  }
}

const target = (to: Destination): unknown =>
  to === null ? 'nobody' : to.name === null ? to.code : { code: to.code, name: to.name };

function part({ pieces, to }: Taking): Record<string, unknown> {
  const unit =
    to === null ? { code: 'nobody' } : { code: to.code, ...(to.name === null ? {} : { name: to.name }) };
  return { ...unit, ...(pieces === 'rest' ? { rest: true } : { pieces }) };
}
