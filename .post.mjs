// ../../../tmp/sql21/post.ts
import { readFileSync, writeFileSync as writeFileSync2 } from "node:fs";
import { gunzipSync } from "node:zlib";
import { spawnSync as spawnSync3 } from "node:child_process";

// src/trouble/input-error.ts
var InputError = class extends Error {
  trouble;
  constructor(trouble) {
    super(inputErrorText(trouble));
    this.name = "InputError";
    this.trouble = trouble;
  }
};
function inputErrorText(trouble) {
  const where = [trouble.file, trouble.unit, trouble.place].filter((part) => part !== void 0).join(": ");
  return `${where === "" ? "" : `${where}: `}${trouble.message}. ${trouble.hint}`;
}

// src/read/systems/known-systems.ts
var britishNationalGrid = "EPSG:27700";
var longitudeLatitude = "EPSG:4326";
var osgb36 = "+ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894";
var ireland = "+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15";
var modifiedAiry = "+a=6377340.189 +rf=299.3249646";
var etrs89 = "+ellps=GRS80 +towgs84=0,0,0,0,0,0,0";
var geographic = (code, name, datum, accuracyMetres) => ({
  id: `EPSG:${code}`,
  name,
  kind: "geographic",
  units: "degree",
  definition: `+proj=longlat ${datum} +no_defs`,
  accuracyMetres
});
var planar = (code, name, definition, accuracyMetres, units = "metre") => ({
  id: `EPSG:${code}`,
  name,
  kind: "planar",
  units,
  definition: `${definition} +units=${units === "us-foot" ? "us-ft" : "m"} +no_defs`,
  accuracyMetres
});
var table = [
  geographic(4326, "WGS 84 longitude and latitude", "+datum=WGS84", 0),
  geographic(4258, "ETRS89 longitude and latitude", etrs89, 1),
  geographic(4269, "NAD83 longitude and latitude", "+datum=NAD83", 2),
  geographic(4277, "OSGB36 longitude and latitude", osgb36, 5),
  planar(
    27700,
    "British National Grid",
    `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${osgb36}`,
    5
  ),
  planar(
    3857,
    "Web Mercator",
    "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null",
    0
  ),
  planar(
    2157,
    "Irish Transverse Mercator",
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 ${etrs89}`,
    1
  ),
  planar(
    29901,
    "Irish National Grid (OSNI 1952)",
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1 +x_0=200000 +y_0=250000 +ellps=airy ${ireland}`,
    1
  ),
  planar(
    29902,
    "Irish Grid (TM65)",
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${modifiedAiry} ${ireland}`,
    1
  ),
  planar(
    29903,
    "Irish Grid (TM75)",
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${modifiedAiry} ${ireland}`,
    1
  ),
  planar(
    3035,
    "ETRS89 equal area for Europe",
    `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${etrs89}`,
    1
  ),
  planar(
    3034,
    "ETRS89 conformal for Europe",
    `+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 ${etrs89}`,
    1
  ),
  planar(
    2232,
    "NAD83 Colorado Central, US feet",
    "+proj=lcc +lat_0=37.8333333333333 +lon_0=-105.5 +lat_1=39.75 +lat_2=38.45 +x_0=914401.828803658 +y_0=304800.609601219 +datum=NAD83",
    2,
    "us-foot"
  )
];
var byId = new Map(table.map((system) => [system.id, system]));
var sameAs = new Map([
  ...["EPSG:900913", "EPSG:3785", "EPSG:102100", "EPSG:102113", "ESRI:102100", "ESRI:102113"].map(
    (alias) => [alias, "EPSG:3857"]
  ),
  ["EPSG:7405", britishNationalGrid],
  ["EPSG:4979", longitudeLatitude],
  ["OGC:CRS84", longitudeLatitude],
  ["OGC:CRS84H", longitudeLatitude],
  ["CRS:84", longitudeLatitude],
  ["EPSG:4937", "EPSG:4258"]
]);
function knownSystem(id) {
  const code = sameAs.get(id) ?? id;
  return byId.get(code) ?? zone(code);
}
function zone(id) {
  const match = /^EPSG:(326|327|258|269)(\d\d)$/.exec(id);
  const number = Number(match?.[2]);
  if (!match || number < 1 || number > 60) return null;
  const [datum, name, accuracy] = {
    "326": ["+datum=WGS84", `WGS 84 UTM zone ${number} north`, 0],
    "327": ["+south +datum=WGS84", `WGS 84 UTM zone ${number} south`, 0],
    "258": [etrs89, `ETRS89 UTM zone ${number} north`, 1],
    "269": ["+datum=NAD83", `NAD83 UTM zone ${number} north`, 2]
  }[match[1]];
  return planar(Number(match[1] + match[2]), name, `+proj=utm +zone=${number} ${datum}`, accuracy);
}

// src/read/systems/projection.ts
var loaded = null;
async function loadProjection() {
  loaded ??= (await import("proj4")).default;
}
function projection() {
  if (loaded === null) throw new Error("the projection library was used before it was loaded");
  return loaded;
}

// src/read/systems/to-longitude-latitude.ts
var asTheyAre = /* @__PURE__ */ new Set([longitudeLatitude, "EPSG:4258", "EPSG:4269"]);
var isAsItIs = (system) => asTheyAre.has(system.id);
function toLongitudeLatitude(coordinates, system, grid) {
  if (isAsItIs(system)) {
    return { coordinates: coordinates.slice(), accuracyMetres: system.accuracyMetres, method: "as they are" };
  }
  const plain = transform(coordinates, system.definition);
  if (grid && system.isBritishNationalGrid) return refineByGrid(coordinates, plain, system, grid);
  return { coordinates: plain, accuracyMetres: system.accuracyMetres, method: methodOf(system) };
}
function methodOf(system) {
  if (system.isBritishNationalGrid) return "Helmert transformation";
  return system.accuracyMetres >= 100 ? "projection formula, datum shift unknown" : "projection formula";
}
function transform(coordinates, definition) {
  const readable = definition.startsWith("{") ? JSON.parse(definition) : definition;
  const converter = projection()(readable, longitudeLatitude);
  const out = new Float64Array(coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    if (!Number.isFinite(coordinates[i]) || !Number.isFinite(coordinates[i + 1])) {
      out[i] = NaN;
      out[i + 1] = NaN;
      continue;
    }
    const placed = converter.forward({ x: coordinates[i], y: coordinates[i + 1] });
    out[i] = placed.x;
    out[i + 1] = placed.y;
  }
  return out;
}
function refineByGrid(coordinates, plain, system, grid) {
  const { name, areas } = registerGrid(grid);
  const definition = system.definition.replace(/\+towgs84=\S+/, `+nadgrids=${name}`);
  const covered = (i) => areas.some((area) => isWithin(area, plain[i], plain[i + 1]));
  const converter = projection()(definition, longitudeLatitude);
  const refined = plain.slice();
  let outside = 0;
  for (let i = 0; i < refined.length; i += 2) {
    if (!covered(i)) {
      outside++;
      continue;
    }
    const placed = converter.forward({ x: coordinates[i], y: coordinates[i + 1] });
    refined[i] = placed.x;
    refined[i + 1] = placed.y;
  }
  if (outside === 0) return { coordinates: refined, accuracyMetres: 0.1, method: "grid of shifts (NTv2)" };
  return {
    coordinates: refined,
    accuracyMetres: system.accuracyMetres,
    method: `grid of shifts (NTv2), ${outside} positions outside of it by Helmert transformation`
  };
}
var registered = /* @__PURE__ */ new WeakMap();
var registeredCount = 0;
var margin = 0.01;
var isWithin = ({ minX, minY, maxX, maxY }, longitude, latitude) => longitude > minX && longitude < maxX && latitude > minY && latitude < maxY;
function registerGrid(grid) {
  const known = registered.get(grid);
  if (known !== void 0) return known;
  const name = `coterminous-${registeredCount++}`;
  checkGrid(grid);
  let areas;
  try {
    const { subgrids } = projection().nadgrid(name, Uint8Array.from(grid).buffer);
    areas = subgrids.map(areaOf);
  } catch {
    throw gridUnusable("it ends too soon");
  }
  registered.set(grid, { name, areas });
  return { name, areas };
}
function areaOf({ ll, del, lim }) {
  const degrees = (axis, step) => (ll[axis] + step * del[axis]) * 180 / Math.PI;
  return {
    minX: -degrees(0, lim[0] - 1) + margin,
    minY: degrees(1, 0) + margin,
    maxX: -degrees(0, 0) - margin,
    maxY: degrees(1, lim[1] - 1) - margin
  };
}
function checkGrid(grid) {
  if (grid.length < 352 || new TextDecoder().decode(grid.subarray(0, 8)) !== "NUM_OREC") {
    throw gridUnusable("it is not in NTv2 format (.gsb)");
  }
  const view = new DataView(grid.buffer, grid.byteOffset, grid.byteLength);
  const little = view.getInt32(8, true) === 11;
  if (!little && view.getInt32(8, false) !== 11) throw gridUnusable("its header makes no sense");
  const fromAxis = view.getFloat64(120, little);
  if (Math.abs(fromAxis - 6377563396e-3) > 1) throw gridUnusable("it does not start from OSGB36");
}
var gridUnusable = (why) => new InputError({
  id: "grid-unusable",
  message: `the grid of shifts cannot be used: ${why}`,
  hint: "Give OSTN15_NTv2_OSGBtoETRS.gsb of Ordnance Survey with --grid, or leave the option out."
});

// src/read/systems/parse-system.ts
var names = /* @__PURE__ */ new Map([
  ["crs84", longitudeLatitude],
  ["wgs84", longitudeLatitude],
  ["wgs 84", longitudeLatitude],
  ["british national grid", britishNationalGrid],
  ["british_national_grid", britishNationalGrid],
  ["bng", britishNationalGrid],
  ["osgb36", britishNationalGrid],
  ["osgb36 / british national grid", britishNationalGrid],
  ["web mercator", "EPSG:3857"]
]);
function namedSystem(text) {
  const known = knownSystem(idIn(text.trim()));
  return known === null ? null : { ...known, isBritishNationalGrid: known.id === britishNationalGrid };
}
function parseSystem(text) {
  const stated = text.trim();
  const named = namedSystem(stated);
  if (named) return named;
  return /^[+{]|\[/.test(stated) ? parseDefinition(stated) : null;
}
function idIn(stated) {
  const named = names.get(stated.toLowerCase());
  if (named) return named;
  if (/^\d{4,6}$/.test(stated)) return `EPSG:${stated}`;
  if (/\bCRS:?84h?$/i.test(stated)) return longitudeLatitude;
  const short = /^(EPSG|ESRI|OGC|CRS|SRID)\s*:{1,2}\s*(\w+)$/i.exec(stated);
  if (short) return `${short[1].toUpperCase().replace("SRID", "EPSG")}:${short[2].toUpperCase()}`;
  const address = /^urn:(?:x-)?ogc:def:crs:(EPSG|ESRI):[^:]*:(\d+)$/i.exec(stated) ?? /\/def\/crs\/(EPSG|ESRI)\/[^/]+\/(\d+)\/?$/i.exec(stated) ?? /\/(epsg)(?:\.xml)?#(\d+)$/i.exec(stated) ?? /^\+init=(epsg|esri):(\d+)/i.exec(stated) ?? /(?:AUTHORITY|ID)\s*\[\s*"(EPSG|ESRI)"\s*,\s*"?(\d+)"?(?:\s*,[^\]]*)?\]\s*\]\s*$/i.exec(stated) ?? /"id"\s*:\s*\{\s*"authority"\s*:\s*"(EPSG|OGC)"\s*,\s*"code"\s*:\s*"?(\w+)"?\s*\}\s*\}\s*$/i.exec(stated);
  return address ? `${address[1].toUpperCase()}:${address[2].toUpperCase()}` : "";
}
function parseDefinition(stated) {
  const definition = stated.startsWith("{") || stated.startsWith("+") ? stated : horizontalPart(stated);
  if (definition !== stated) {
    const named = namedSystem(definition);
    if (named) return named;
  }
  const parameters = parametersOf(definition);
  if (!parameters?.projName) return null;
  const same = sameParameters(parameters, definition);
  if (same) return { ...knownSystem(same), isBritishNationalGrid: same === britishNationalGrid };
  const geographic2 = parameters.projName === "longlat";
  const name = /\["([^"]*)"/.exec(definition)?.[1] ?? parameters.title ?? parameters.name ?? definition.slice(0, 60);
  return {
    id: `\u201C${name}\u201D`,
    name,
    kind: geographic2 ? "geographic" : "planar",
    units: geographic2 ? "degree" : unitsOf(parameters),
    definition,
    isBritishNationalGrid: false,
    accuracyMetres: accuracyOf(parameters)
  };
}
function horizontalPart(text) {
  if (!/^\s*(?:COMPD_CS|COMPOUNDCRS)\s*\[/i.test(text)) return text;
  const start3 = text.search(/(?:PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS)\s*\[/i);
  if (start3 < 0) return text;
  let depth = 0;
  for (let end = start3; end < text.length; end++) {
    if (text[end] === "[") depth++;
    if (text[end] === "]" && --depth === 0) return text.slice(start3, end + 1);
  }
  return text;
}
function parametersOf(definition) {
  try {
    const readable = definition.startsWith("{") ? JSON.parse(definition) : definition;
    return projection().Proj(readable);
  } catch {
    return null;
  }
}
function sameParameters(p, definition) {
  const degrees = (radians) => Math.round((radians ?? 0) * 18e7 / Math.PI) / 1e6;
  const airy = Math.abs((p.a ?? 0) - 6377563396e-3) < 0.01;
  const transverse = /^(?:transverse.?mercator|tmerc|etmerc|gauss.?kruger)/i.test(p.projName);
  if (airy && transverse && degrees(p.long0) === -2 && degrees(p.lat0) === 49 && p.x0 === 4e5 && p.y0 === -1e5) {
    return britishNationalGrid;
  }
  if (/Web_Mercator_Auxiliary_Sphere|Pseudo-?Mercator/i.test(definition)) return "EPSG:3857";
  if (p.projName !== "longlat") return null;
  if (airy) return "EPSG:4277";
  if (/WGS[ _]?(?:19)?84/i.test(definition)) return longitudeLatitude;
  return /ETRS[ _]?(?:19)?89|European_Terrestrial/i.test(definition) ? "EPSG:4258" : null;
}
function unitsOf(p) {
  const factor = p.to_meter ?? 1;
  if (factor === 1) return "metre";
  if (Math.abs(factor - 1200 / 3937) < 1e-9) return "us-foot";
  return Math.abs(factor - 0.3048) < 1e-9 ? "foot" : "other";
}
function accuracyOf(p) {
  const datumType = p.datum?.datum_type;
  if (datumType === 4 || /^(?:wgs84|etrs89)$/i.test(p.datumCode ?? "")) return 1;
  if (Math.abs((p.a ?? 0) - 6378137) < 0.01) return 2;
  return datumType === 1 || datumType === 2 ? 5 : 500;
}

// test/sql/postgis-server.ts
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync } from "node:fs";
import { join as join2 } from "node:path";
import { parse } from "csv-parse/sync";

// test/sql/engine.ts
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
var TEXTS = ["code", "name", "geom", "block"];
var columnsOf = ({ rows: rows2 }) => Object.keys(rows2[0]).map((name) => [
  name,
  rows2.every((row) => row[name] === null || typeof row[name] === "number") && !TEXTS.includes(name) ? "number" : "text"
]);
var tabbed = ({ rows: rows2 }) => rows2.map(
  (row) => `${Object.values(row).map((cell) => cell ?? "\\N").join("	")}
`
).join("");
var statementsOf = (script) => script.replace(/^--.*\n/gm, "").split(/;\n\s*/).map((statement) => statement.trim()).filter((statement) => statement !== "");
function shortFolder() {
  const path = mkdtempSync("/tmp/ct-");
  return {
    path,
    file: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  };
}

// test/sql/postgis-server.ts
var bin = binFolder();
var postgisOffer = { name: "postgis", start: bin === null ? null : () => start(bin) };
function binFolder() {
  const root = "/usr/lib/postgresql";
  const folders = existsSync(root) ? readdirSync(root).filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`)).sort((a, b) => Number(b) - Number(a)).map((version) => join2(root, version, "bin")) : [];
  return process.env["POSTGRES_BIN"] ?? folders.find((folder) => existsSync(join2(folder, "initdb"))) ?? null;
}
var isRoot = process.getuid?.() === 0;
function asOwner(command, input) {
  const [program2, ...words] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  const { status, stdout, stderr } = spawnSync(program2, words, {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    cwd: "/tmp",
    ...input === void 0 ? { stdio: ["ignore", "pipe", "pipe"] } : { input }
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
function start(folder) {
  const place = shortFolder();
  chmodSync(place.path, 511);
  const data = join2(place.path, "data");
  asOwner([
    join2(folder, "initdb"),
    "-D",
    data,
    "-A",
    "trust",
    "-U",
    "tester",
    "--no-sync",
    "-E",
    "UTF8",
    "--locale",
    "C"
  ]);
  const settings = `-c listen_addresses='' -c unix_socket_directories=${place.path} -c fsync=off -c shared_buffers=64MB -c max_connections=5 -c work_mem=64MB -c jit=off`;
  asOwner([
    join2(folder, "pg_ctl"),
    "-D",
    data,
    "-w",
    "-t",
    "120",
    "-l",
    join2(place.path, "log"),
    "-o",
    settings,
    "start"
  ]);
  const psql = (words, input) => asOwner(
    [
      join2(folder, "psql"),
      "-X",
      "-q",
      "-h",
      place.path,
      "-U",
      "tester",
      "-d",
      "postgres",
      "-v",
      "ON_ERROR_STOP=1",
      ...words
    ],
    input
  );
  const read = (query) => parse(psql([], `COPY (${query}) TO STDOUT (FORMAT csv, HEADER)`), {
    columns: true,
    cast: (cell) => cell === "" ? null : cell
  });
  psql([], "CREATE EXTENSION postgis");
  const [{ version }] = read("SELECT postgis_full_version() AS version");
  return Promise.resolve({
    version: `PostGIS ${/POSTGIS="([^ "]+)/.exec(version)[1]}, GEOS ${/GEOS="([^-"]+)/.exec(version)[1]}`,
    load: (table2) => {
      const columns = columnsOf(table2);
      const typed = columns.map(
        ([name, kind]) => `${name} ${kind === "number" ? "double precision" : "text"}`
      );
      const shaped = columns.map(
        ([name]) => name === "geom" ? "ST_SetSRID(ST_GeomFromText(geom), coalesce(srid, 4326)::int) AS geom" : name
      );
      psql(
        [],
        `CREATE TEMPORARY TABLE raw (${typed.join(", ")}${columns.some(([name]) => name === "srid") ? "" : ", srid double precision"});
COPY raw (${columns.map(([name]) => name).join(", ")}) FROM STDIN;
${tabbed(table2)}\\.
DROP TABLE IF EXISTS ${table2.name}; CREATE TABLE ${table2.name} AS SELECT ${shaped.join(", ")} FROM raw;`
      );
      return Promise.resolve();
    },
    run: (script) => {
      try {
        psql([], script);
        return Promise.resolve(null);
      } catch (error) {
        return Promise.resolve(error.message);
      }
    },
    read: (query) => Promise.resolve(read(query)),
    stop: () => {
      asOwner([join2(folder, "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"]);
      place.remove();
      return Promise.resolve();
    }
  });
}

// test/sql/python-engine.ts
import { spawn, spawnSync as spawnSync2 } from "node:child_process";
import { existsSync as existsSync2 } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
var python = process.env["COTERMINOUS_PYTHON"] ?? "python3";
var program = resolve("test/sql/engine.py");
var jar = process.env["SEDONA_JAR"] ?? `${homedir()}/.m2/repository/org/apache/sedona/sedona-spark-shaded-3.5_2.12/1.8.1/sedona-spark-shaded-3.5_2.12-1.8.1.jar`;
var has = (words) => spawnSync2(words[0], words.slice(1), { stdio: "ignore" }).status === 0;
var duckdbOffer = {
  name: "duckdb",
  start: has([python, "-c", "import duckdb, duckdb_extension_spatial"]) ? () => start2("duckdb", {}) : null
};
var sedonaOffer = {
  name: "sedona",
  start: existsSync2(jar) && has(["java", "-version"]) && has([python, "-c", "import pyspark"]) ? () => start2("sedona", {
    SEDONA_JAR: jar,
    SPARK_MASTER: process.env["SPARK_MASTER"] ?? "local-cluster[2,1,1024]",
    SPARK_LOCAL_IP: "127.0.0.1",
    PYTHONWARNINGS: "ignore"
  }) : null
};
async function start2(name, surroundings) {
  const place = shortFolder();
  const child = spawn(python, ["-W", "ignore", program, name], {
    cwd: place.path,
    env: { ...process.env, ...surroundings },
    stdio: ["pipe", "pipe", "pipe"]
  });
  let lastWords = "";
  child.stderr.on("data", (words) => lastWords = (lastWords + words.toString()).slice(-4e3));
  const ended = new Promise((done) => child.once("close", () => done()));
  const lines2 = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines2.next();
    if (done === true) throw new Error(`${name} ended: ${lastWords}`);
    return JSON.parse(value);
  };
  const ask = async (request) => {
    child.stdin.write(`${JSON.stringify(request)}
`);
    return next();
  };
  const rowsOf = (answer) => {
    if ("fault" in answer) throw new Error(answer.fault);
    return answer.rows;
  };
  let files = 0;
  const [{ version }] = rowsOf(await next());
  return {
    version,
    load: async (table2) => {
      const file = place.file(`${table2.name}-${String(files++)}.tsv`, tabbed(table2));
      rowsOf(await ask({ do: "load", table: table2.name, columns: columnsOf(table2), file }));
    },
    run: async (script) => {
      const answer = await ask({ do: "run", statements: statementsOf(script) });
      return "fault" in answer ? answer.fault : null;
    },
    read: async (query) => rowsOf(await ask({ do: "read", query })),
    stop: async () => {
      child.stdin.end();
      await ended;
      place.remove();
    }
  };
}

// ../../../tmp/sql21/post.ts
await loadProjection();
var lines = gunzipSync(readFileSync("/work/shared/data/people/codepoint_england.csv.gz")).toString().trim().split(/\r?\n/).slice(1).map((l) => l.split(","));
var xy = Float64Array.from(lines.flatMap((l) => [Number(l[2]), Number(l[3])]));
var at = toLongitudeLatitude(xy, parseSystem("EPSG:27700"), null).coordinates;
var rows = lines.map((l, i) => ({ geom: `POINT(${Math.round(at[2 * i] * 1e7) / 1e7} ${Math.round(at[2 * i + 1] * 1e7) / 1e7})`, srid: 4326 }));
var wkt = (g) => `MULTIPOLYGON(${(g.type === "Polygon" ? [g.coordinates] : g.coordinates).map((p) => `(${p.map((r) => `(${r.map((q) => q.join(" ")).join(",")})`).join(",")})`).join(",")})`;
var faces = JSON.parse(readFileSync("/tmp/sql21/nf.geojson", "utf8")).features.map((f) => ({ face: f.properties.face, geom: wkt(f.geometry), srid: 4326 }));
console.log(rows.length, faces.length);
for (const offer of [postgisOffer, duckdbOffer]) {
  const e = await offer.start();
  await e.load({ name: "faces", rows: faces });
  await e.load({ name: "postcodes", rows });
  const sql = spawnSync3("node", ["bin/coterminous.js", "sql", "people", "faces:geom", "postcodes", "--engine", offer.name], { encoding: "utf8", cwd: "/work/wt/sql21" }).stdout;
  const t = performance.now();
  console.log(e.version, await e.run(sql), (performance.now() - t) / 1e3, "s");
  const counts = await e.read("SELECT * FROM coterminous_counts ORDER BY face");
  writeFileSync2(`/tmp/sql21/counts_${offer.name}.csv`, "face,people\n" + counts.map((c) => `${c.face ?? ""},${c.people}
`).join(""));
  if (offer.name === "postgis") console.log(await e.read("SELECT n, count(*) AS points FROM (SELECT p.ctid, count(*) AS n FROM postcodes p JOIN faces f ON ST_Intersects(f.geom, p.geom) GROUP BY p.ctid) AS x GROUP BY n"));
  await e.stop();
}
