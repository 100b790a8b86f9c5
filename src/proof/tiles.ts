/** Tiles of a Merkle tree, as https://c2sp.org/tlog-tiles serves them. */
import { concat } from './bytes.js';
import { type Hash, rootOfList } from './merkleTree.js';

/** A tile holds this many hashes, and is a tree of this height. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

export interface Tile {
  /** `entries`, or the level of the tile: its hashes are nodes at 8 times that level. */
  readonly level: number | 'entries';
  readonly index: number;
  /** How many hashes or entries; 256 of a full tile. */
  readonly width: number;
}

/** How many hashes of a level of tiles a tree has. */
export const tileHashes = (size: number, level: number): number =>
  Math.floor(size / TILE_WIDTH ** level);

/** `x001/x234/067` for 1234067. */
function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/gu) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The path of a tile below `tile/`. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `${level}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;

const PATH = /^(entries|0|[1-5]?[0-9]|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u;

/** The tile of a path below `tile/`; undefined unless it is written as the specification says. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, digits = '', partial] = PATH.exec(path) ?? [];
  if (level === undefined) return undefined;
  const tile = {
    level: level === 'entries' ? ('entries' as const) : Number(level),
    index: Number(digits.replaceAll(/[x/]/gu, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const isCanonical = tilePath(tile) === path && (partial === undefined || tile.width < TILE_WIDTH);
  return isCanonical ? tile : undefined;
}

/** The node `height` levels above the hashes of a tile (0 to 8), the `index`-th within the tile. */
export const nodeInTile = (hashes: readonly Hash[], height: number, index: number): Hash =>
  rootOfList(hashes.slice(index << height, (index + 1) << height));

/** An entry bundle: each entry with its length, two bytes, before it. */
export const entryBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  concat(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length), entry]));
