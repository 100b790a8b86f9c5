/**
 * Draws the outlines of countries for the overview's map, once for each new edition of the atlas:
 * `node scripts/worldOutline.mjs DIRECTORY`, where DIRECTORY is the unpacked package `world-atlas`
 * (Natural Earth, public domain). Writes src/dashboard/generated/world.json: for each ISO
 * 3166 code an SVG path, or a point where a country is too small for the coarse outlines.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './build.mjs';

/** In whole units, which keeps the file small. */
const WIDTH = 2000;
/** Countries of the finer outlines have a point where the coarse ones lack them. */
const [coarse, fine] = ['countries-110m.json', 'countries-50m.json'].map((name) =>
  JSON.parse(readFileSync(path.join(process.argv[2] ?? '', name), 'utf8')),
);

/** Equal Earth (Šavrič, Patterson, Jenny 2018): areas are true. */
function project([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const t = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const [t2, t6] = [t * t, t ** 6];
  const divisor = 3 * (9 * a4 * t2 * t6 + 7 * a3 * t6 + 3 * a2 * t2 + a1);
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(t)) / divisor;
  const y = t * (a4 * t2 * t6 + a3 * t6 + a2 * t2 + a1);
  const scale = WIDTH / 5.42;
  return [Math.round(x * scale + WIDTH / 2), Math.round((1.32 - y) * scale)];
}

/** The arcs of a topology as longitudes and latitudes: they are stored as differences. */
const arcsOf = ({ arcs, transform: { scale, translate } }) =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });

/** The rings of a geometry; a negative index is an arc from its end to its beginning. */
const ringsOf = ({ type, arcs }, all) =>
  (type === 'Polygon' ? arcs : arcs.flat()).map((ring) =>
    ring.flatMap((index, i) => {
      const arc = index < 0 ? [...all[~index]].reverse() : all[index];
      return i === 0 ? arc : arc.slice(1);
    }),
  );

/** A ring that crosses the 180th meridian as one on each side of it. */
function cutAtDateLine(ring) {
  let turn = 0;
  const unwrapped = ring.map(([longitude, latitude], i) => {
    const step = i === 0 ? 0 : longitude - ring[i - 1][0];
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [longitude + turn, latitude];
  });
  return [-360, 0, 360]
    .map((shift) => unwrapped.map(([x, y]) => [Math.max(-180, Math.min(180, x + shift)), y]))
    .filter((side) => side.some(([x]) => Math.abs(x) < 180));
}

/** Natural Earth has the numeric codes of the United Nations, and none for Kosovo. */
function codeOf({ id, properties: { name } }) {
  if (name === 'Kosovo') return 'XK';
  const region = id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

const countries = {};
const coarseArcs = arcsOf(coarse);
for (const geometry of coarse.objects.countries.geometries) {
  const code = codeOf(geometry);
  // Antarctica is no party to anything and takes a sixth of the height.
  if (code === undefined || code === 'AQ') continue;
  countries[code] = ringsOf(geometry, coarseArcs)
    .flatMap(cutAtDateLine)
    .map((ring) => ring.map((point) => project(point).join(' ')))
    .map((points) => points.filter((point, i) => point !== points[i - 1]))
    .filter((points) => points.length > 3)
    .map((points) => `M${points.join('L')}Z`)
    .join('');
}
const points = {};
const fineArcs = arcsOf(fine);
for (const geometry of fine.objects.countries.geometries) {
  const code = codeOf(geometry);
  if (code === undefined || code === 'AQ' || countries[code] !== undefined) continue;
  const ring = ringsOf(geometry, fineArcs).reduce((a, b) => (b.length > a.length ? b : a));
  const middle = [0, 1].map((axis) => ring.reduce((sum, p) => sum + p[axis], 0) / ring.length);
  points[code] = project(middle);
}
writeFileSync(
  path.join(root, 'src/dashboard/generated/world.json'),
  `${JSON.stringify({ countries, points })}\n`,
);
