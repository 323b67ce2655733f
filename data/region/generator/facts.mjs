/**
 * What a reader should find in the region, worked out from the lookup by adding up blocks, never from shapes.
 *
 * A section is { title, words, facts }; a fact is { fact, layer, code, name, other_layer, other_code, other_name,
 * blocks, people, hectares }, blank where it does not apply. Hectares are sums over blocks, to one decimal.
 */
import { parts } from './divide.mjs';
import { hectares, inside } from './ground.mjs';
import { stepsOf } from './dissolve.mjs';
import { cauths, councils, forces, neighbourCountry, proposals } from './names.mjs';
import { subtractionGroups } from './subtraction.mjs';
import { councilUnder } from './tables.mjs';
import { grouped } from './text.mjs';

export const factColumns =
  'fact,layer,code,name,other_layer,other_code,other_name,blocks,people,hectares'.split(',');

const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const sum = (list, key) => list.reduce((total, each) => total + each[key], 0);
const layerOf = { icb2021: 'icb_older' };
const none = { code: '', name: 'none' };

/** Blocks, people and hectares of some blocks. */
const size = (blocks) => ({
  blocks: blocks.length,
  people: sum(blocks, 'people'),
  hectares: sum(blocks, 'hectares').toFixed(1),
});

/** One fact; `layer`, `unit`, `otherLayer` and `other` name the two units, `rest` holds the sizes. */
function fact(name, layer, unit, otherLayer, other, rest) {
  return {
    fact: name,
    layer: layerOf[layer] ?? layer,
    code: unit.code,
    name: unit.name,
    other_layer: layerOf[otherLayer] ?? otherLayer,
    other_code: other.code,
    other_name: other.name,
    ...rest,
  };
}

/** The parts that two keys of the blocks have in common: [{ unit, other, blocks }], most people first in a unit. */
function pairsOf(blocks, key, otherKey) {
  const found = [];
  for (const block of blocks) {
    const [unit, other] = [block[key], block[otherKey]];
    const known = found.find((pair) => pair.unit === unit && pair.other === other);
    if (known) known.blocks.push(block);
    else found.push({ unit, other, blocks: [block] });
  }
  return found.sort(
    (a, b) =>
      byCode(a.unit, b.unit) || sum(b.blocks, 'people') - sum(a.blocks, 'people') || byCode(a.other, b.other),
  );
}

/** Only the parts of units that have more than one. */
const split = (pairs) => pairs.filter((pair) => pairs.filter((other) => other.unit === pair.unit).length > 1);

const pairFacts = (name, layer, otherLayer, pairs) =>
  pairs.map(({ unit, other, blocks }) =>
    fact(name, layer, unit, otherLayer, other.code === '' ? none : other, size(blocks)),
  );

/** All sections in the order of the README. */
export function makeFacts(region, services) {
  const { blocks } = region;
  const counties = split(pairsOf(blocks, 'utla', 'icb'));
  return [
    {
      title: 'The councils',
      words: `Twelve of the lower tier, ${grouped(blocks.length)} blocks, ${grouped(sum(blocks, 'people'))} residents.`,
      facts: Object.values(councils).map((council) =>
        fact('council', 'ltla', council, '', { code: '', name: '' }, size(of(blocks, 'ltla', council))),
      ),
    },
    {
      title: 'Two councils shared between ICBs',
      words: 'All other councils of the lower tier lie in one ICB.',
      facts: pairFacts('council-in-icbs', 'ltla', 'icb', split(pairsOf(blocks, 'ltla', 'icb'))),
    },
    {
      title: 'A county in three ICBs, none of whose districts is shared',
      words:
        'Wendshire: North Wend and Fenmarch in one, Calderwick in another, Thornmere in the third. Aldermark is shared too, because two of its districts are.',
      facts: pairFacts('upper-tier-in-icbs', 'utla', 'icb', counties),
    },
    {
      title: 'One ICB equal to one combined authority, and land with none',
      words: `The ICB and the combined authority of ${cauths[1].name} are the same ground. ${cauths[2].name} cuts across the other two ICBs. Gannet Coast, Calderwick and Thornmere have no combined authority.`,
      facts: pairFacts('icb-and-cauth', 'icb', 'cauth', pairsOf(blocks, 'icb', 'cauth')),
    },
    {
      title: 'The older vintage',
      words:
        'Two ICBs of 2021 became one; seven blocks of Calderwick moved from Thornmere, Skelmoor and Kingsferry to Calder, Staithe and Gannet. All codes changed, two health codes did not. In 2021 Calderwick was shared.',
      facts: pairFacts('icb-2021-to-2024', 'icb2021', 'icb', pairsOf(blocks, 'icb2021', 'icb')),
    },
    ...neighbourhoodSections(region),
    committees(region),
    ...networkSections(region),
    ...landSections(region),
    ...proposalSections(region),
    serviceSection(region, services),
    subtractionSection(region),
  ];
}

const of = (blocks, key, unit) => blocks.filter((block) => block[key] === unit);
const blankUnit = { code: '', name: '' };

function neighbourhoodSections({ blocks, neighbourhoods }) {
  const marked = (mark) => blocks.filter((block) => block.mark === mark);
  const gap = marked('n');
  const doubled = marked('w');
  const twice = neighbourhoods.filter((each) => each.blocks.includes(doubled[0]));
  const apart = neighbourhoods.find((each) => parts(each.blocks).length > 1);
  const across = neighbourhoods.find((each) => new Set(each.blocks.map((block) => block.ltla)).size > 1);
  return [
    {
      title: 'Neighbourhoods: the known gap',
      words: `Blocks ${gap.map((block) => block.code).join(', ')} of King's Staithe are in no neighbourhood.`,
      facts: [fact('neighbourhood-gap', 'neighbourhoods', none, 'ltla', gap[0].ltla, size(gap))],
    },
    {
      title: 'Neighbourhoods: the known double cover',
      words: `Blocks ${doubled.map((block) => block.code).join(' and ')} of Skelmoor are in two.`,
      facts: [
        fact('neighbourhood-double', 'neighbourhoods', twice[0], 'neighbourhoods', twice[1], size(doubled)),
      ],
    },
    {
      title: 'Neighbourhoods: the one in two parts',
      words: `${apart.code} ${apart.name}. All others hang together (the islands are neighbourhoods of their own).`,
      facts: parts(apart.blocks).map((part, i) =>
        fact(
          'neighbourhood-part',
          'neighbourhoods',
          apart,
          '',
          { code: '', name: `part ${i + 1}` },
          size(part),
        ),
      ),
    },
    {
      title: 'Neighbourhoods: the one across councils',
      words: `${across.code} ${across.name}; its part in Port Merrin is also in another ICB. All others are inside one council.`,
      facts: pairFacts(
        'neighbourhood-in-councils',
        'neighbourhoods',
        'ltla',
        pairsOf(
          across.blocks.map((block) => ({ ...block, unit: across })),
          'unit',
          'ltla',
        ),
      ),
    },
    {
      title: 'Neighbourhoods: all of them',
      words: 'People of the double cover count in both.',
      facts: neighbourhoods.map((each) =>
        fact('neighbourhood', 'neighbourhoods', each, 'ltla', each.ltla, size(each.blocks)),
      ),
    },
  ];
}

function committees({ committees: all, blocks }) {
  const over = all.filter((committee) => {
    const mine = blocks.filter((block) => block.ward.committee === committee);
    return sum(mine, 'people') > 0.4 * sum(of(blocks, 'ltla', committee.ltla), 'people');
  });
  return {
    title: 'Area committees with more than two fifths of the people of their council',
    words: `${over.length} of ${all.length}. Committees are made of whole wards, by \`area_committees.csv\`.`,
    facts: over.map((committee) =>
      fact('committee-over-two-fifths', 'area_committees', committee, 'ltla', committee.ltla, {
        ...size(blocks.filter((block) => block.ward.committee === committee)),
      }),
    ),
  };
}

function networkSections({ blocks, networks, ties, registrations }) {
  const patients = (rows) => ({ blocks: '', people: sum(rows, 'patients'), hectares: '' });
  const idle = networks.find((network) => !blocks.some((block) => block.pcn === network));
  const [tie] = ties;
  const home = (row) => row.block?.icb ?? neighbourCountry;
  const rows = [];
  for (const row of registrations) {
    const known = rows.find((each) => each.home === home(row) && each.with === row.practice.block.icb);
    if (known) known.list.push(row);
    else rows.push({ home: home(row), with: row.practice.block.icb, list: [row] });
  }
  rows.sort((a, b) => byCode(a.home, b.home) || byCode(a.with, b.with));
  const won = blocks.filter((block) => block.pcn.code !== '');
  return [
    {
      title: 'Networks across ICBs',
      words: `Each block belongs to the network with most of its patients. ${networks.length} networks, ${networks.length - 1} of which win blocks; those below win blocks in more than one ICB.`,
      facts: pairFacts('pcn-in-icbs', 'pcn', 'icb', split(pairsOf(won, 'pcn', 'icb'))),
    },
    {
      title: 'A network that wins nothing, and a tie',
      words: `${idle.name} has patients all over Port Merrin and most nowhere (its patients are given as people). In block ${tie.block.code} the two networks named have the same number of patients; the lower code wins.`,
      facts: [
        fact('pcn-wins-nothing', 'pcn', idle, '', blankUnit, {
          ...patients(registrations.filter((row) => row.practice.network === idle)),
        }),
        fact('pcn-tie', 'pcn', tie.networks[0], 'pcn', tie.networks[1], size([tie.block])),
      ],
    },
    {
      title: 'Registered patients against residents',
      words:
        'Patients by ICB of residence (left) and ICB of their practice (right); given as people. Some live in the neighbour country: their blocks have codes that begin with W01 and are in no other file.',
      facts: rows.map((row) =>
        fact('residence-and-registration', 'icb', row.home, 'icb', row.with, patients(row.list)),
      ),
    },
  ];
}

function landSections({ mesh, blocks, foreshore }) {
  const cut = blocks.find((block) => block.mark === 'x');
  const piece = (faces, near) => hectares(stepsOf(mesh, faces), near.centre[1] / 1e7).toFixed(1);
  const empty = blocks.filter((block) => block.people === 0);
  const shore = foreshore.flatMap((cell) => cell.faces);
  return [
    {
      title: 'Deviation: a council border that cuts a block',
      words: `Block ${cut.code} is King's Staithe's by the lookup and lies in NHS Calder, Staithe and Gannet. In \`ltla.geojson\` alone the part south of a straight line is drawn to Skelmoor, so that by shape Skelmoor reaches into that ICB. Nobody lives there, so no count of people differs.`,
      facts: [
        fact('council-border-cuts-block', 'ltla', councils.h, 'icb', cut.icb, {
          blocks: '',
          people: 0,
          hectares: piece([cut.faces[0]], cut),
        }),
      ],
    },
    {
      title: 'Deviation: the estuary',
      words: `\`pfa.geojson\` alone is drawn to low water: ${forces[2].name} includes foreshore that no other layer covers. Nobody lives there.`,
      facts: [
        fact('foreshore', 'pfa', forces[2], '', blankUnit, {
          blocks: '',
          people: 0,
          hectares: piece(shore, cut),
        }),
      ],
    },
    {
      title: 'Blocks without people',
      words:
        'Nobody lives there and nobody is registered there, so they are in no network: two holes in `pcn.geojson`.',
      facts: empty.map((block) => fact('empty-block', 'blocks', block, 'ltla', block.ltla, size([block]))),
    },
    {
      title: 'A town about 700 m wide',
      words: `Pellow is a council of its own inside Fenmarch, which has a hole there. Its area divided by its length from north to south is ${widthOf(of(blocks, 'ltla', councils.P))} m.`,
      facts: [
        fact('narrow-council', 'ltla', councils.P, 'ltla', councils.b, size(of(blocks, 'ltla', councils.P))),
      ],
    },
    {
      title: 'Islands',
      words: 'Two, both Gannet Coast: one of two blocks, one of one.',
      facts: [...new Set(blocks.map((block) => block.island))]
        .filter((island) => island !== undefined)
        .map((island) => fact('island', 'blocks', island[0], 'ltla', island[0].ltla, size(island))),
    },
  ];
}

/** Area over north-south extent, in whole metres. */
function widthOf(blocks) {
  const north = blocks.flatMap((block) => block.polygons[0][0].map(([, y]) => y));
  const extent = (Math.max(...north) - Math.min(...north)) * 0.01113;
  return Math.round((sum(blocks, 'hectares') * 10000) / extent);
}

function proposalSections({ blocks }) {
  return Object.entries(proposals).map(([name, proposal]) => {
    const pairs = pairsOf(
      blocks.map((block) => ({ ...block, after: councilUnder(proposal, block.letter) })),
      'after',
      'icb',
    );
    return {
      title: `Rival proposals: \`${name}.csv\``,
      words: `${proposal.length} councils in place of six; the others stay. People of the new councils by ICB.`,
      facts: pairFacts(
        name.replaceAll('_', '-'),
        name,
        'icb',
        pairs.filter(({ unit }) => proposal.includes(unit)),
      ),
    };
  });
}

function serviceSection({ neighbourhoods }, services) {
  const hubs = services.filter((service) => service.type === 'Family hub');
  const without = neighbourhoods.filter((each) =>
    each.blocks.every((block) => !hubs.some((hub) => inside(hub.position, block.polygons[0][0]))),
  );
  return {
    title: 'Neighbourhoods without a family hub',
    words: `${hubs.length} family hubs in ${neighbourhoods.length} neighbourhoods; ${without.length} have none.`,
    facts: without.map((each) =>
      fact('no-family-hub', 'neighbourhoods', each, 'ltla', each.ltla, size(each.blocks)),
    ),
  };
}

/** Groups of fewer people than the number, for ICBs with councils and councils with neighbourhoods. */
function subtractionSection({ blocks, neighbourhoods }) {
  const ofKey = (key) =>
    [...new Set(blocks.map((block) => block[key]))]
      .sort(byCode)
      .map(({ code }) => ({ code, blocks: blocks.filter((block) => block[key].code === code) }));
  const [icbs, ltlas] = [ofKey('icb'), ofKey('ltla')];
  const found = (layer, other, layers, under) => {
    const units = layers.map((list, l) => list.map((unit, i) => ({ ...unit, place: 1000 * l + i })));
    return subtractionGroups(units, under).map((group) =>
      fact('subtraction', layer, { code: group.text, name: '' }, other, blankUnit, size(group.blocks)),
    );
  };
  return {
    title: 'What subtraction gives away',
    words:
      'Groups that published counts of units give when they are subtracted from one another, all ways tried: of fewer than 60,000 people between ICBs and councils, of fewer than 10,000 between councils and neighbourhoods (the double cover, the piece across councils, the gap). Each is the smallest that holds some of its people; whole units are left out. Counts are of blocks by the lookup.',
    facts: [
      ...found('icb', 'ltla', [icbs, ltlas], 60_000),
      ...found('ltla', 'neighbourhoods', [ltlas, [...neighbourhoods].sort(byCode)], 10_000),
    ],
  };
}
