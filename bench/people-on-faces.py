"""People counted on exported faces by a script of `coterminous sql people`, in DuckDB or Sedona: how long, by rows.

  python people-on-faces.py duckdb|sedona FACES.parquet SCRIPT.sql PEOPLE.parquet
  python people-on-faces.py people PEOPLE.parquet ROWS      (made by chance: three in four near 2,000 towns of Britain)

Prints one JSON line: seconds, seconds of processors of this process and its children, people, the plan of the join.
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
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true", "memory_limit": "3GB", "threads": 2})
    [extension] = glob.glob(f"{folder}/**/spatial.duckdb_extension", recursive=True)
    connection.execute(f"LOAD '{extension}'")
    return connection


def make_people(path, rows):
    chance = lambda of, prime: f"((hash({of} * {prime}) % 1000003) / 1000003.0)"
    town = f"i % 2000"
    place = lambda low, size, a, b, spread: (
        f"CASE WHEN hash(i * 11 + 1) % 4 = 0 THEN {low} + {size} * {chance('i', a)} "
        f"ELSE {low} + {size} * {chance(town, b)} + {spread} * ({chance('i', a + b)} - 0.5) END"
    )
    duck().execute(
        f"COPY (SELECT 1 + hash(i * 7 + 5) % 9 AS n, {place(-4.5, 5.5, 3, 13, 0.06)} AS x, {place(50.5, 4.5, 5, 19, 0.04)} AS y "
        f"FROM range({rows}) AS made(i)) TO '{path}' (FORMAT parquet)"
    )


def statements(path):
    text = re.sub(r"^--.*\n", "", open(path).read(), flags=re.M)
    return [each.strip().rstrip(";") for each in text.split(";\n") if each.strip() not in ("", "LOAD spatial")]


def in_duckdb(faces, people):
    connection = duck()
    connection.execute(f"CREATE TABLE faces AS SELECT * FROM '{faces}'")
    connection.execute(f"CREATE VIEW people AS SELECT n, ST_Point(x, y) AS geom FROM '{people}'")
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
        "spark.driver.memory": "3g",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    session.read.format("geoparquet").load(faces).createOrReplaceTempView("faces")
    session.read.parquet(people).createOrReplaceTempView("given")
    session.sql("SELECT n, ST_Point(x, y) AS geom FROM given").createOrReplaceTempView("people")
    return lambda text: session.sql(text).collect()


def count(engine, faces, script, people):
    run = {"duckdb": in_duckdb, "sedona": in_sedona}[engine](faces, people)
    began, steps = time.time(), {}
    for statement in statements(script):
        step = time.time()
        run(statement)
        made = re.match(r"CREATE (?:OR REPLACE )?(?:TEMPORARY )?TABLE (\w+)", statement)
        if made:
            steps[made[1]] = round(time.time() - step, 1)
    seconds = time.time() - began
    used = [resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    [join] = [text for text in statements(script) if re.match(r"CREATE [A-Z ]*TABLE ct_touched", text)]
    plan = run("EXPLAIN " + join[join.index("SELECT") :])
    [(total,)] = run("SELECT sum(people) FROM coterminous_counts")
    print(json.dumps({"engine": engine, "seconds": round(seconds, 1), "processor": round(sum(used), 1), "people": float(total), "steps": steps}))
    print("\n".join(str(row[-1]) for row in plan), file=sys.stderr)


if sys.argv[1] == "people":
    make_people(sys.argv[2], int(sys.argv[3]))
else:
    count(*sys.argv[1:5])
