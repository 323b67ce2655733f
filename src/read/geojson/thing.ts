/**
 * A GeoJSON object while it is being read: FeatureCollection, Feature or geometry, often not yet known which.
 *
 * Members may come in any order, so that `coordinates`, `geometry` or `features` can be read before `type` says
 * whether they mean anything. They are read as if they did, and forgotten when the object ends otherwise.
 */
import type { Properties, PropertyValue } from '../../layer/feature-table.js';
import type { InputError } from '../../trouble/input-error.js';
import { BLOCK_KINDS } from './coordinate-run.js';
import type { PageMember, ReplyMember, ServerWords } from './server-says.js';

/** Where the object stands. */
export type Role = 'top' | 'feature' | 'geometry' | 'part';

/** Members that mean something. */
export type Member =
  | 'type'
  | 'features'
  | 'geometry'
  | 'geometries'
  | 'coordinates'
  | 'properties'
  | 'id'
  | 'crs'
  | PageMember
  | ReplyMember;

export interface Thing {
  readonly role: Role;
  type: string | null;
  /** The member whose value is being read. */
  member: Member;
  properties: Properties | null;
  id: string | number | null;
  /** Blocks and features there were when it began. */
  readonly firstBlock: number;
  readonly firstFeature: number;
  readonly systemBefore: string | null;
  system: string | null;
  /** Block of `coordinates`, or -1. */
  block: number;
  /** Blocks of `geometry`, from and to; -1 for none, equal for null. */
  geometryFrom: number;
  geometryTo: number;
  /** Blocks of `geometries`. */
  partsFrom: number;
  partsTo: number;
  hasFeatures: boolean;
  readonly server: ServerWords;
  /** The first fault in a member that may turn out to mean nothing. */
  fault: InputError | null;
  faultMember: Member | null;
}

export function makeThing(
  role: Role,
  firstBlock: number,
  firstFeature: number,
  system: string | null,
): Thing {
  return {
    role,
    type: null,
    member: 'type',
    properties: null,
    id: null,
    firstBlock,
    firstFeature,
    systemBefore: system,
    system: null,
    block: -1,
    geometryFrom: -1,
    geometryTo: -1,
    partsFrom: -1,
    partsTo: -1,
    hasFeatures: false,
    server: { isCut: false, hasNext: false, matched: 0, reply: null },
    fault: null,
    faultMember: null,
  };
}

/** Whether a member of this name means something in an object of this type (null: not known yet) and role. */
export function isMeant(name: string, type: string | null, role: Role): name is Member {
  switch (name) {
    case 'type':
    case 'crs':
      return true;
    case 'features':
      return role === 'top' && (type === null || type === 'FeatureCollection');
    case 'exceededTransferLimit':
    case 'numberMatched':
    case 'totalFeatures':
    case 'links':
      return role === 'top' && (type === null || type === 'FeatureCollection');
    case 'error':
    case 'errors':
    case 'exceptions':
    case 'message':
      return role === 'top' && type === null;
    case 'properties':
      if (role === 'top' && type === 'FeatureCollection') return true;
      return (role === 'top' || role === 'feature') && (type === null || type === 'Feature');
    case 'geometry':
    case 'id':
      return (role === 'top' || role === 'feature') && (type === null || type === 'Feature');
    case 'geometries':
      return role !== 'feature' && (type === null || type === 'GeometryCollection');
    case 'coordinates':
      return role !== 'feature' && (type === null || BLOCK_KINDS.has(type));
    default:
      return false;
  }
}

/** Whether the object is, or seems to be, one feature rather than a collection of them. */
export function isOneFeature({ role, type, member }: Thing): boolean {
  if (role !== 'top') return role === 'feature';
  if (type !== null) return type !== 'FeatureCollection';
  return member === 'geometry' || member === 'coordinates' || member === 'geometries';
}

/** What an error calls the feature: the first property that looks like a code, else one like a name, else blank. */
export function unitOf(properties: Readonly<Record<string, PropertyValue>>): string {
  for (const pattern of [/(cd|code)$/i, /(^|_)id$/i, /(nm|name)$/i]) {
    for (const [key, value] of Object.entries(properties)) {
      if (pattern.test(key) && (typeof value === 'string' || typeof value === 'number')) return String(value);
    }
  }
  return '';
}

const MEMBERS_OF = new Map<string, readonly Member[]>([
  ['Feature', ['geometry', 'properties', 'id', 'crs', 'type']],
  ['FeatureCollection', ['features', 'crs', 'type']],
  ['GeometryCollection', ['geometries', 'crs', 'type']],
  ...[...BLOCK_KINDS.keys()].map((type): [string, Member[]] => [type, ['coordinates', 'crs', 'type']]),
]);

/** Whether objects of a type have a member by that name; what stands there in others is foreign. */
export const hasMember = (type: string, member: Member): boolean =>
  MEMBERS_OF.get(type)?.includes(member) === true;
