"""A script of `coterminous sql` in DuckDB or Sedona: how long, table by table; and what it is run on.

  python script-in-engine.py duckdb|sedona SCRIPT.sql TABLE QUERY OUT.csv NAME=FILE.parquet…
        runs the script on tables of GeoParquet, a point made of longitude and latitude where a file has these; writes the
        rows of the query. Prints one JSON line: seconds, seconds of processors, seconds of each table, the plan of TABLE
  python script-in-engine.py people PEOPLE.parquet PEOPLE.csv ROWS   by chance: three in four near 2,000 towns of Britain
  python script-in-engine.py faces FACES.parquet FACES.tsv           face, layers, WKB in hexadecimal digits
  python script-in-engine.py units UNITS.geojson STEM UNITS.parquet UNITS.tsv   a feature a line; code, name, geom
"""

import glob
import json
import os
import re
import resource
import sys
import time


def duck():
    import duckdb
    import duckdb_extension_spatial

    folder = os.path.dirname(duckdb_extension_spatial.__file__)
    settings = {"allow_unsigned_extensions": "true", "memory_limit": "3GB", "threads": 2, "temp_directory": "spilled"}
    connection = duckdb.connect(config=settings)
    [extension] = glob.glob(f"{folder}/**/spatial.duckdb_extension", recursive=True)
    connection.execute(f"LOAD '{extension}'")
    return connection


def make_people(parquet, csv, rows):
    chance = lambda of, prime: f"((hash({of} * {prime}) % 1000003) / 1000003.0)"
    town = f"i % 2000"
    place = lambda low, size, a, b, spread: (
        f"round(CASE WHEN hash(i * 11 + 1) % 4 = 0 THEN {low} + {size} * {chance('i', a)} "
        f"ELSE {low} + {size} * {chance(town, b)} + {spread} * ({chance('i', a + b)} - 0.5) END, 7)"
    )
    connection = duck()
    connection.execute(
        f"COPY (SELECT 1 + hash(i * 7 + 5) % 9 AS n, {place(-4.5, 5.5, 3, 13, 0.06)} AS longitude, {place(50.5, 4.5, 5, 19, 0.04)} AS latitude "
        f"FROM range({rows}) AS made(i)) TO '{parquet}' (FORMAT parquet)"
    )
    connection.execute(f"COPY (FROM '{parquet}') TO '{csv}' (FORMAT csv, HEADER)")


def write_faces(parquet, tsv):
    duck().execute(
        f"COPY (SELECT face, layers, ST_AsHEXWKB(geometry) FROM '{parquet}') TO '{tsv}' (FORMAT csv, HEADER false, DELIMITER '\t')"
    )


def write_units(geojson, stem, parquet, tsv):
    with open(geojson) as lines, open(f"{tsv}.lines", "w") as out:
        out.writelines(line.rstrip(",\n") + "\n" for line in lines if line.startswith('{"type":"Feature",'))
    connection = duck()
    connection.execute(
        f"CREATE TABLE units AS SELECT f->'properties'->>'{stem}CD' AS code, f->'properties'->>'{stem}NM' AS name, "
        f"ST_GeomFromGeoJSON(f->>'geometry') AS geom FROM (SELECT json AS f FROM read_json_objects('{tsv}.lines', "
        f"format='newline_delimited', maximum_object_size=500000000))"
    )
    connection.execute(f"COPY units TO '{parquet}' (FORMAT parquet)")
    connection.execute(f"COPY (SELECT code, name, ST_AsHEXWKB(geom) FROM units) TO '{tsv}' (FORMAT csv, HEADER false, DELIMITER '\t')")
    os.remove(f"{tsv}.lines")


def statements(path):
    text = re.sub(r"^--.*\n", "", open(path).read(), flags=re.M)
    return [each.strip().rstrip(";") for each in text.split(";\n") if each.strip() not in ("", "LOAD spatial")]


def in_duckdb(tables):
    connection = duck()
    for name, file in tables:
        columns = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()]
        point = ", ST_Point(longitude, latitude) AS geom" if "longitude" in columns else ""
        connection.execute(f"CREATE {'VIEW' if point else 'TABLE'} {name} AS SELECT *{point} FROM '{file}'")
    return lambda text: connection.execute(text).fetchall()


def in_sedona(tables):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[2]"))
    for name, value in {
        "spark.jars": os.environ["SEDONA_JAR"],
        "spark.sql.extensions": "org.apache.sedona.sql.SedonaSqlExtensions",
        "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
        "spark.kryo.registrator": "org.apache.sedona.core.serde.SedonaKryoRegistrator",
        "spark.driver.extraJavaOptions": "-Djts.overlay=ng",
        "spark.executor.extraJavaOptions": "-Djts.overlay=ng",
        "spark.sql.shuffle.partitions": "8",
        "spark.ui.enabled": "false",
        "spark.driver.memory": "4g",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    for name, file in tables:
        kind = "parquet" if "longitude" in session.read.parquet(file).columns else "geoparquet"
        given = session.read.format(kind).load(file)
        if kind == "parquet":
            given = given.selectExpr("*", "ST_Point(longitude, latitude) AS geom")
        given.createOrReplaceTempView(name)
    return lambda text: session.sql(text).collect()


def processor_of_java():
    """Seconds of processors of the Java machine that a session of Spark started, which no call of this process tells."""
    from pyspark import SparkContext

    fields = open(f"/proc/{SparkContext._gateway.proc.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run_script(engine, script, explained, query, out, *tables):
    run = {"duckdb": in_duckdb, "sedona": in_sedona}[engine]([each.split("=") for each in tables])
    began, steps, plan = time.time(), {}, ""
    for statement in statements(script):
        made = re.match(r"CREATE (?:OR REPLACE )?(?:TEMPORARY )?TABLE (\w+)", statement)
        if made and made[1] == explained:
            plan = "\n".join(str(row[-1]) for row in run("EXPLAIN " + statement[statement.index("SELECT") :]))
        step = time.time()
        run(statement)
        if made:
            steps[made[1]] = round(time.time() - step, 1)
    seconds = time.time() - began
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime + (processor_of_java() if engine == "sedona" else 0)
    with open(out, "w") as file:
        for row in run(query):
            file.write(",".join("" if cell is None else str(cell) for cell in row) + "\n")
    print(json.dumps({"seconds": seconds, "processor": used, "steps": steps, "plan": plan}))


ELSE = lambda *given: run_script(sys.argv[1], *given)
{"people": make_people, "faces": write_faces, "units": write_units}.get(sys.argv[1], ELSE)(*sys.argv[2:])
