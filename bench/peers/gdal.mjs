/**
 * GDAL's ogr2ogr with SQL of SpatiaLite: areas on the ellipsoid.
 */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

export const gdal = {
  name: 'GDAL (ogr2ogr, SpatiaLite)',
  isSlow: true,
  find: () => {
    const { status, stdout } = spawnSync('ogr2ogr', ['--version'], { encoding: 'utf8' });
    return status === 0
      ? { version: /GDAL ([\d.]+)/.exec(stdout)?.[1] ?? '?' }
      : { lacks: 'ogr2ogr on the path (Debian: gdal-bin)' };
  },
  command: (a, b, out) => [
    'ogr2ogr',
    ['-f', 'CSV', out, a.file, '-dialect', 'SQLite', '-sql', statement(a, b)],
  ],
};

const statement = (a, b) =>
  `SELECT p."${a.code}" AS a, q."${b.code}" AS b, ST_Area(ST_Intersection(p.geometry, q.geometry), 1) AS area
   FROM "${layer(a)}" p JOIN '${b.file}'."${layer(b)}" q ON ST_Intersects(p.geometry, q.geometry)`;

const layer = ({ file }) => basename(file).replace(/\.[^.]*$/, '');
