/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Choosing on the workbench: on the map, in the list or by name, all three the same choice; and the box that says what it
 * is and where it can go.
 */
import type { ChoiceFacts, ChosenPiece, WorkLayout, WorkTarget, WorkView } from '../../index.js';
import { shortenName } from '../../result/shorten-name.js';
import { joinBoxes, type Box } from '../../report/html/client/plane.js';
import { make } from '../../report/html/client/make-element.js';
import { choiceList } from './choice-list.js';
import { groupsBy, partOf, type Group, type Grouping } from './choosing.js';
import { giveBox } from './give-box.js';
import { mapKey } from './map-key.js';
import { pieceMap } from './piece-map.js';
import { pieceShapes, type PieceShapes } from './piece-shapes.js';
import { tintsOf } from './tints.js';
import { firstWay, waysToChoose } from './ways-to-choose.js';

export interface Chooser {
  /** The map with its key; null by lookup. */
  readonly map: HTMLElement | null;
  /** Ways to choose, the list, the box. */
  readonly controls: readonly HTMLElement[];
  readonly search: HTMLElement;
  /** Shows a proposal, with nothing chosen: `unitOf` is the unit of each piece by its code, '' for none. */
  readonly show: (view: WorkView, unitOf: readonly string[]) => void;
  /** What a unit is called now. */
  readonly nameOf: (code: string) => string;
}

export interface ChooserActions {
  readonly facts: (chosen: readonly ChosenPiece[]) => Promise<ChoiceFacts>;
  /** Gives a choice to a unit; `words` say what was chosen. */
  readonly give: (chosen: readonly ChosenPiece[], to: WorkTarget, words: string) => void;
}

const NOTHING: ReadonlySet<number> = new Set();
/** Names of what is chosen that are said. */
const SAID = 3;

/** The land of the units that are moved between, or that are drawn in; all of it where that is nowhere. */
function homeOf({ pieces, box }: PieceShapes, { pieceBase }: WorkLayout): Box {
  const own = pieces.filter(({ number }) => pieceBase[number]! >= 0).map((piece) => piece.box);
  return own.length === 0 ? box : joinBoxes(own);
}

/** Makes what there is to choose with. */
export function choosePieces(layout: WorkLayout, isDrawing: boolean, actions: ChooserActions): Chooser {
  let view!: WorkView;
  let unitOf: readonly string[] = [];
  let by = firstWay(layout, isDrawing);
  let grouping: Grouping | null = null;
  let chosen: ReadonlyMap<string, Group> = new Map();
  let hovered: Group | null = null;
  let facts: ChoiceFacts | null = null;
  let tints: ReadonlyMap<string, number> = new Map();
  let names: ReadonlyMap<string, string> = new Map();
  let sets = { moved: NOTHING, chosen: NOTHING, hovered: NOTHING };
  let turn = 0;

  const shapes = layout.map === null ? null : pieceShapes(layout.map);
  const map =
    shapes === null
      ? null
      : pieceMap(shapes, homeOf(shapes, layout), {
          choose: (pieces, adds) =>
            choose(
              pieces.flatMap((piece) => grouping!.ofPiece[piece] ?? []),
              adds,
            ),
          hover: (piece) => hover(grouping!.ofPiece[piece] ?? null),
        });
  const list = choiceList(
    (group) => choose([group], true),
    (group) => hover(group),
  );
  const give = make('div');
  const otherOf = partOf(layout);
  const ways = waysToChoose(layout, isDrawing, (way) => {
    by = way;
    chosen = new Map();
    regroup();
  });

  const nameOf = (code: string): string => names.get(code) ?? shortenName(code);

  function regroup(): void {
    grouping = groupsBy(by, layout, unitOf, nameOf, grouping);
    drawChoice();
  }

  /** Draws all that depends on what is chosen. */
  function drawChoice(): void {
    facts = null;
    sets = { ...sets, chosen: new Set([...chosen.values()].flatMap(({ pieces }) => pieces)) };
    drawMap();
    list.show(grouping!.groups, new Set(chosen.keys()));
    drawGive();
  }

  const drawMap = (): void => map?.show({ unitOf, tints, names, otherOf, ...sets });

  function drawGive(): void {
    const found = [...chosen.values()].map(({ name }) => name);
    const words =
      found.length > SAID
        ? `${found.slice(0, SAID - 1).join(', ')} and ${found.length - SAID + 1} more`
        : found.join(', ');
    give.replaceChildren(
      giveBox({
        layout,
        units: view.units,
        chosen: words,
        facts,
        give: (to) => actions.give(piecesChosen(), to, words),
        clear: () => choose([], false),
      }),
    );
  }

  function hover(group: Group | null): void {
    if (group?.key === hovered?.key) return;
    hovered = group;
    sets = { ...sets, hovered: group === null ? NOTHING : new Set(group.pieces) };
    map?.element.setAttribute('title', group?.name ?? '');
    drawMap();
  }

  /** Chooses groups or lets them go: all of them are let go where all were chosen. */
  function choose(found: readonly Group[], adds: boolean): void {
    const unique = new Map(found.map((group) => [group.key, group]));
    const isLettingGo = unique.size > 0 && [...unique.keys()].every((key) => chosen.has(key));
    const next = new Map(adds ? chosen : []);
    for (const [key, group] of unique) {
      if (isLettingGo) next.delete(key);
      else next.set(key, group);
    }
    chosen = next;
    drawChoice();
    if (unique.size === 1 && !isLettingGo) map?.goTo([...unique.values()][0]!.pieces);
    void findFacts();
  }

  async function findFacts(): Promise<void> {
    const mine = ++turn;
    if (chosen.size === 0) return;
    const found = await actions.facts(piecesChosen());
    if (mine !== turn) return;
    facts = found;
    drawGive();
  }

  /** The choice in the words of a scenario. A part of a unit is, for a drawing, all small areas that lie in it. */
  function piecesChosen(): ChosenPiece[] {
    const { blocks, pieceBlock } = layout;
    const found = [...chosen.values()].flatMap(({ chosen: piece, pieces }) =>
      isDrawing && by === 'part'
        ? pieces.flatMap((each): ChosenPiece[] => {
            const block = pieceBlock[each]!;
            return block < 0 ? [] : [{ piece: `block:${blocks!.codes[block]!}`, from: unitOf[each]! }];
          })
        : [piece],
    );
    return [...new Map(found.map((piece) => [`${piece.piece} ${piece.from ?? ''}`, piece])).values()];
  }

  return {
    map: map === null ? null : make('div', { class: 'work-place' }, map.element, mapKey(layout, isDrawing)),
    controls: [ways, list.element, give],
    search: list.search,
    nameOf,
    show: (next, units) => {
      [view, unitOf] = [next, units];
      turn++;
      chosen = new Map();
      if (shapes !== null) tints = tintsOf(shapes.sides, unitOf, tints);
      const called = new Map(view.units.map(({ code, name }) => [code, shortenName(name)]));
      // In another proposal a unit of the same code may have another name.
      if ([...called].some(([code, name]) => (names.get(code) ?? name) !== name)) grouping = null;
      names = called;
      sets = { ...sets, moved: new Set(isDrawing ? [] : view.changed.map(([piece]) => piece)) };
      list.clear();
      regroup();
    },
  };
}
