/**
 * What a reader of a derived footprint should know: ties, units that won nothing, blocks and patients left over.
 */
import { counted, firstThree } from '../../trouble/count-text.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { livesHere } from './derive-tables.js';
import type { Derived } from './derived.js';

/** All findings. */
export function deriveFindings(derived: Derived): Finding[] {
  const layer = derived.request.id;
  return [
    ...ties(derived, layer),
    ...winsNothing(derived, layer),
    ...wonByNobody(derived, layer),
    ...withoutPatients(derived, layer),
    ...leftOver(derived, layer),
  ];
}

function ties({ request, blocks, contests }: Derived, layer: string): Finding[] {
  const { codes } = request.lookup;
  return blocks.flatMap((code, i) => {
    const { tie, winner, runnerUp, winnerWeight } = contests[i]!;
    if (!tie) return [];
    return [
      makeFinding({
        layer,
        finding: 'tie',
        severity: 'warning',
        code,
        otherCode: codes[runnerUp]!,
        detail: `${codes[winner]} and ${codes[runnerUp]} have ${counted(winnerWeight, 'patient')} each; the lower code, ${codes[winner]}, won`,
      }),
    ];
  });
}

function winsNothing({ units, request }: Derived, layer: string): Finding[] {
  return units
    .filter((unit) => unit.won.length === 0 && livesHere(unit) && !request.unallocated.has(unit.code))
    .map((unit) =>
      makeFinding({
        layer,
        finding: 'wins-nothing',
        severity: 'warning',
        code: unit.code,
        name: unit.name,
        detail: `it has ${counted(unit.registeredHere, 'patient')} here and most of the patients of no block`,
      }),
    );
}

/** Blocks won by those who are in no unit at all. */
function wonByNobody({ units, blocks, request }: Derived, layer: string): Finding[] {
  return units
    .filter((unit) => unit.won.length > 0 && request.unallocated.has(unit.code))
    .map((unit) =>
      makeFinding({
        layer,
        finding: 'won-by-unallocated',
        severity: 'warning',
        code: unit.code,
        name: unit.name,
        detail: `${counted(unit.won.length, 'block')} where most patients are in no ${request.noun}: ${firstThree(unit.won.map((i) => blocks[i]!))} (--allocated-only gives them to the next)`,
      }),
    );
}

function withoutPatients({ blocks, contests, request }: Derived, layer: string): Finding[] {
  const without = blocks.filter((_, i) => contests[i]!.winner < 0);
  if (without.length === 0) return [];
  return [
    makeFinding({
      layer,
      finding: 'block-without-patients',
      severity: 'warning',
      detail: `${counted(without.length, 'block')} without patients, in no ${request.noun}: ${firstThree(without)}`,
    }),
  ];
}

function leftOver(derived: Derived, layer: string): Finding[] {
  const findings: Finding[] = [];
  if (derived.patientsUnknown > 0) {
    findings.push(
      makeFinding({
        layer,
        finding: 'patients-without-block',
        severity: 'warning',
        detail: `${counted(derived.patientsUnknown, 'patient')} live in ${counted(derived.unknownBlocks.length, 'block')} that the shapes lack: ${firstThree(derived.unknownBlocks)}`,
      }),
    );
  }
  if (derived.patientsOutsideEngland > 0) {
    findings.push(
      makeFinding({
        layer,
        finding: 'patients-outside-england',
        severity: 'info',
        detail: `${counted(derived.patientsOutsideEngland, 'patient')} live outside England, or it is not known where`,
      }),
    );
  }
  return findings;
}
