"""People counted on exported faces by a script of `coterminous sql people`, in DuckDB or Sedona: how long, by rows.

  python people-on-faces.py duckdb|sedona FACES.parquet SCRIPT.sql PEOPLE.parquet COUNTS.csv
  python people-on-faces.py people PEOPLE.parquet PEOPLE.csv ROWS   (by chance: three in four near 2,000 towns of Britain)
  python people-on-faces.py faces FACES.parquet FACES.tsv           (face, layers, WKB in hexadecimal digits)

Prints one JSON line: seconds, seconds of processors of this process and its children, seconds of each table, the plan of
the join.
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


def statements(path):
    text = re.sub(r"^--.*\n", "", open(path).read(), flags=re.M)
    return [each.strip().rstrip(";") for each in text.split(";\n") if each.strip() not in ("", "LOAD spatial")]


def in_duckdb(faces, people):
    connection = duck()
    connection.execute(f"CREATE TABLE faces AS SELECT * FROM '{faces}'")
    connection.execute(f"CREATE VIEW people AS SELECT n, ST_Point(longitude, latitude) AS geom FROM '{people}'")
    return lambda text: connection.execute(text).fetchall()


def in_sedona(faces, people):
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
    session.read.format("geoparquet").load(faces).createOrReplaceTempView("faces")
    session.read.parquet(people).createOrReplaceTempView("given")
    session.sql("SELECT n, ST_Point(longitude, latitude) AS geom FROM given").createOrReplaceTempView("people")
    return lambda text: session.sql(text).collect()


def processor_of_java():
    """Seconds of processors of the Java machine that a session of Spark started, which no call of this process tells."""
    from pyspark import SparkContext

    fields = open(f"/proc/{SparkContext._gateway.proc.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def count(engine, faces, script, people, counts):
    run = {"duckdb": in_duckdb, "sedona": in_sedona}[engine](faces, people)
    began, steps, plan = time.time(), {}, ""
    for statement in statements(script):
        join = re.match(r"CREATE [A-Z ]*TABLE ct_touched", statement)
        if join:
            plan = "\n".join(str(row[-1]) for row in run("EXPLAIN " + statement[statement.index("SELECT") :]))
        step = time.time()
        run(statement)
        made = re.match(r"CREATE (?:OR REPLACE )?(?:TEMPORARY )?TABLE (\w+)", statement)
        if made:
            steps[made[1]] = round(time.time() - step, 1)
    seconds = time.time() - began
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime + (processor_of_java() if engine == "sedona" else 0)
    with open(counts, "w") as out:
        out.write("face,people\n")
        for face, n in run("SELECT face, people FROM coterminous_counts"):
            out.write(f"{'' if face is None else int(face)},{float(n):.0f}\n")
    print(json.dumps({"seconds": seconds, "processor": used, "steps": steps, "plan": plan}))


{"people": make_people, "faces": write_faces}.get(sys.argv[1], lambda *given: count(sys.argv[1], *given))(*sys.argv[2:])
