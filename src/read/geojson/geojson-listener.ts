/**
 * The meaning of the tokens: which objects are features and geometries, and what belongs to them.
 *
 *     top object or array ─► features ─► Feature ─► geometry ─► geometries ─► geometry …
 *                                           └► properties
 *
 * Only these ways lead to coordinates: what looks like GeoJSON inside properties or foreign members is skipped.
 */
import type { PropertyValue } from '../../layer/feature-table.js';
import type { InputError } from '../../trouble/input-error.js';
import { BLOCK_COLUMNS, BLOCK_KIND, BLOCK_KINDS, type CoordinateRun, DROPPED } from './coordinate-run.js';
import {
  badCoordinates,
  badMember,
  notGeoJson,
  type Place,
  serverReply,
  tooDeep,
  twoSystems,
} from './errors.js';
import { CAPTURE, COORDINATES, type JsonListener, LISTEN, SKIP } from './json-listener.js';
import { valueName } from './found.js';
import type { RawFeatures } from './raw-features.js';
import { wordsOfReply } from './server-reply.js';
import { hearServer, isCutPage, isPageMember, isReplyMember } from './server-says.js';
import { systemName } from './stated-system.js';
import { setProperty } from './set-property.js';
import { settleBlock } from './settle-block.js';
import { hasMember, isMeant, isOneFeature, makeThing, type Role, type Thing, unitOf } from './thing.js';

/** Kinds of listened arrays and objects. */
const THING = 0;
const PROPERTIES = 1;
const LIST = 2;

/** Collections within collections; real files have one or two. */
const DEEPEST_THINGS = 1000;

/** Collects features into `features` and coordinates into `run`. */
export class GeoJsonListener implements JsonListener {
  /** The coordinate system stated, or null. */
  system: string | null = null;
  /** Features whose `properties` are neither an object nor null. */
  oddProperties = 0;
  /** Whether a server says of any page that it stopped at its limit. */
  isCut = false;
  /** Whether the last page names one that follows. */
  hasNext = false;
  /** The most features that a server says there are in all, or 0. */
  matched = 0;
  /** Whether any fault was met, also one that may mean nothing. */
  hasFault = false;
  /** The tokenizer's place of the token at hand. */
  place!: () => Place;

  private readonly containers: number[] = [];
  private readonly things: Thing[] = [];
  private properties: Record<string, PropertyValue> = {};
  private propertyKey = '';

  constructor(
    private readonly features: RawFeatures,
    private readonly run: CoordinateRun,
  ) {}

  key(text: string): boolean {
    if (this.containers[this.containers.length - 1] === PROPERTIES) {
      this.propertyKey = text;
      return true;
    }
    const thing = this.things[this.things.length - 1]!;
    if (!isMeant(text, thing.type, thing.role)) return false;
    thing.member = text;
    return true;
  }

  value(value: PropertyValue): void {
    const kind = this.containers[this.containers.length - 1];
    if (kind === PROPERTIES) setProperty(this.properties, this.propertyKey, value);
    else if (kind === THING) this.setMember(this.things[this.things.length - 1]!, value);
    else this.wrongItem(valueName(value));
  }

  open(isObject: boolean): number {
    const kind = this.containers[this.containers.length - 1];
    if (kind === PROPERTIES) return CAPTURE;
    if (kind === THING) return this.openMember(this.things[this.things.length - 1]!, isObject);
    if (isObject) return this.openThing(this.roleInList());
    if (kind === undefined) {
      this.containers.push(LIST);
      return LISTEN;
    }
    this.wrongItem('an array');
    return SKIP;
  }

  close(): void {
    const kind = this.containers.pop();
    if (kind === THING) this.closeThing(this.things.pop()!);
    else if (kind === PROPERTIES) this.things[this.things.length - 1]!.properties = this.properties;
    else {
      const thing = this.things[this.things.length - 1];
      if (thing?.member === 'geometries') thing.partsTo = this.run.blockCount;
    }
  }

  captured(text: string): void {
    if (this.containers[this.containers.length - 1] === PROPERTIES)
      setProperty(this.properties, this.propertyKey, text);
    else {
      const thing = this.things[this.things.length - 1]!;
      if (thing.member === 'crs') thing.system = systemName(JSON.parse(text));
      else if (isPageMember(thing.member) || isReplyMember(thing.member))
        hearServer(thing.server, thing.member, JSON.parse(text));
    }
  }

  coordinates(block: number): void {
    this.things[this.things.length - 1]!.block = block;
  }

  oddCoordinates(what: string): void {
    this.raise(badCoordinates(this.place(), what));
  }

  whereabouts(): { feature: number; unit: string } {
    const feature = this.things.find(isOneFeature);
    if (feature === undefined) return { feature: 0, unit: '' };
    const open = this.containers.includes(PROPERTIES) ? this.properties : null;
    return { feature: this.features.count + 1, unit: unitOf(feature.properties ?? open ?? {}) };
  }

  /** Whether what comes next is an item of the features of the one collection. */
  isInFeatures(): boolean {
    return (
      this.containers.length === 2 && this.containers[1] === LIST && this.things[0]?.member === 'features'
    );
  }

  private setMember(thing: Thing, value: PropertyValue): void {
    if (isPageMember(thing.member) || isReplyMember(thing.member)) {
      hearServer(thing.server, thing.member, value);
      return;
    }
    switch (thing.member) {
      case 'type':
        this.setType(thing, value);
        break;
      case 'id':
        thing.id = typeof value === 'string' || typeof value === 'number' ? value : null;
        break;
      case 'crs':
        thing.system = systemName(value);
        break;
      case 'properties':
        thing.properties = null;
        if (value !== null && thing.type !== 'FeatureCollection') this.oddProperties++;
        break;
      case 'geometry':
        if (value !== null)
          this.raise(badMember(this.place(), `"geometry" is ${valueName(value)}, not an object`));
        thing.geometryFrom = thing.geometryTo = this.run.blockCount;
        break;
      default: {
        const found = valueName(value);
        this.raise(badMember(this.place(), `"${thing.member}" is ${found}, not an array`));
      }
    }
  }

  private setType(thing: Thing, value: PropertyValue): void {
    if (typeof value !== 'string') {
      this.raise(badMember(this.place(), '"type" is not text'));
    } else if (thing.type !== null && thing.type !== value) {
      this.raise(badMember(this.place(), `an object has two types, ${thing.type} and ${value}`));
    } else {
      thing.type = value;
      if (thing.fault !== null && hasMember(value, thing.faultMember!)) this.raise(thing.fault);
    }
  }

  private openMember(thing: Thing, isObject: boolean): number {
    const { member } = thing;
    if (member === 'crs' || member === 'links' || isReplyMember(member)) return CAPTURE;
    if (isPageMember(member)) return SKIP;
    if (member === 'coordinates' && !isObject) return COORDINATES;
    if (member === 'geometry' && isObject) {
      thing.geometryFrom = this.run.blockCount;
      return this.openThing('geometry');
    }
    if ((member === 'features' || member === 'geometries') && !isObject) {
      if (member === 'features') thing.hasFeatures = true;
      else thing.partsFrom = this.run.blockCount;
      this.containers.push(LIST);
      return LISTEN;
    }
    if (member === 'properties') {
      this.properties = {};
      if (isObject) {
        this.containers.push(PROPERTIES);
        return LISTEN;
      }
      thing.properties = null;
      if (thing.type !== 'FeatureCollection') this.oddProperties++;
    } else if (member !== 'id') {
      const found = isObject ? 'an object' : 'an array';
      const wanted = member === 'geometry' ? 'an object' : member === 'type' ? 'text' : 'an array';
      this.raise(badMember(this.place(), `"${member}" is ${found}, not ${wanted}`));
    } else thing.id = null;
    return SKIP;
  }

  private openThing(role: Role): number {
    if (this.things.length === DEEPEST_THINGS) throw tooDeep(this.place(), 'geometry collections are');
    this.things.push(makeThing(role, this.run.blockCount, this.features.count, this.system));
    this.containers.push(THING);
    return LISTEN;
  }

  private roleInList(): Role {
    const member = this.things[this.things.length - 1]?.member;
    return member === undefined ? 'top' : member === 'features' ? 'feature' : 'part';
  }

  private wrongItem(found: string): void {
    const member = this.things[this.things.length - 1]?.member;
    if (member !== undefined) {
      const wanted = member === 'features' ? 'a Feature' : 'a geometry';
      this.raise(badMember(this.place(), `an item of "${member}" is ${found}, not ${wanted}`));
    } else if (this.containers.length > 0)
      throw notGeoJson(this.place(), `the top level is an array that holds ${found}`);
    else throw notGeoJson(this.place(), `the top level is ${found}`);
  }

  private closeThing(thing: Thing): void {
    const { features, run } = this;
    if (thing.type === 'FeatureCollection' && thing.role === 'top') {
      if (!thing.hasFeatures) this.raise(badMember(this.place(), 'a FeatureCollection without "features"'));
      this.mergeSystem(thing);
      this.isCut ||= isCutPage(thing.server, thing.properties);
      this.hasNext = thing.server.hasNext;
      this.matched = Math.max(this.matched, thing.server.matched);
      return;
    }
    if (features.count > thing.firstFeature) {
      features.truncate(thing.firstFeature);
      this.system = thing.systemBefore;
    }
    this.mergeSystem(thing);
    let [from, to] = [0, 0];
    if (thing.type === 'Feature' && (thing.role === 'top' || thing.role === 'feature')) {
      [from, to] = [thing.geometryFrom, thing.geometryTo];
    } else if (thing.type === 'GeometryCollection' && thing.role !== 'feature') {
      [from, to] = [thing.partsFrom, thing.partsTo];
      if (from < 0) this.raise(badMember(this.place(), 'a GeometryCollection without "geometries"'));
    } else if (BLOCK_KINDS.has(thing.type ?? '') && thing.role !== 'feature') {
      const settled = settleBlock(run, thing.block, thing.type!);
      if (settled.fault === 'missing') {
        if (thing.fault === null) this.raise(badMember(this.place(), settled.what));
      } else if (settled.fault === 'nested') this.raise(badCoordinates(this.place(), settled.what));
      [from, to] = [settled.from, settled.to];
    } else this.wrongThing(thing);
    for (let block = thing.firstBlock; block < run.blockCount; block++) {
      if (block < from || block >= to) run.blocks.values[block * BLOCK_COLUMNS + BLOCK_KIND] = DROPPED;
    }
    if (thing.role === 'top' || thing.role === 'feature') {
      features.push(thing.properties ?? {}, thing.id, thing.firstBlock, run.blockCount);
    } else if (thing.role === 'geometry') this.things[this.things.length - 1]!.geometryTo = run.blockCount;
  }

  private wrongThing(thing: Thing): void {
    const words = thing.server.reply === null ? null : wordsOfReply(thing.server.reply);
    if (words !== null && thing.type === null) throw serverReply(this.place(), words);
    const found =
      thing.type === null ? 'an object without "type"' : `an object of type "${thing.type.slice(0, 40)}"`;
    if (thing.role === 'top') throw notGeoJson(this.place(), `the top level is ${found}`);
    const wanted = thing.role === 'feature' ? 'a Feature should be' : 'a geometry should be';
    this.raise(badMember(this.place(), `found ${found} where ${wanted}`));
  }

  private mergeSystem({ system }: Thing): void {
    if (system === null) return;
    if (this.system !== null && this.system !== system) {
      this.raise(twoSystems(this.place(), `${this.system} and ${system}`));
    }
    this.system = system;
  }

  /** Throws the fault, unless it stands in a member of an object that may yet turn out to have another type. */
  private raise(fault: InputError): void {
    this.hasFault = true;
    const open = this.things.find((thing) => thing.type === null);
    if (open === undefined) throw fault;
    if (open.fault !== null) return;
    open.fault = fault;
    open.faultMember = open.member;
  }
}
