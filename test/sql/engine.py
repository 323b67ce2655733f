"""An engine behind a line of JSON: one request a line on standard input, one answer a line on standard output.

Requests: {"do": "load", "table", "columns", "file"} reads tab separated text, with a column of WKT named geom;
{"do": "run", "statements"}; {"do": "plans", "statements", "explain"}, where explain has queries of statements by table;
{"do": "read", "query"}. Answers: {"rows"} or {"fault"}.
"""

import json
import os
import sys


class DuckDb:
    def __init__(self):
        import duckdb
        import duckdb_extension_spatial

        folder = os.path.dirname(duckdb_extension_spatial.__file__)
        extension = next(
            os.path.join(at, name)
            for at, _, names in os.walk(folder)
            for name in names
            if name == "spatial.duckdb_extension"
        )
        self.load_spatial = f"LOAD '{extension}'"
        self.connection = duckdb.connect(config={"allow_unsigned_extensions": "true", "memory_limit": "2GB", "threads": 2})
        self.connection.execute(self.load_spatial)
        self.version = f"DuckDB {duckdb.__version__}"

    def load(self, table, columns, file):
        shape = lambda name: "ST_GeomFromText(geom) AS geom" if name == "geom" else name
        types = "{" + ", ".join(f"'{name}': '{'DOUBLE' if kind == 'number' else 'VARCHAR'}'" for name, kind in columns) + "}"
        # The ranges of numbers in quotes keep blank codes as they are.
        self.connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS SELECT {', '.join(shape(name) for name, _ in columns)} "
            f"FROM read_csv('{file}', delim='\t', header=false, quote='', escape='', nullstr='\\N', "
            f"max_line_size=100000000, columns={types})"
        )

    def run(self, statement):
        self.connection.execute(self.load_spatial if statement == "LOAD spatial" else statement)

    def read(self, query):
        cursor = self.connection.execute(query)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]

    def plan(self, query):
        return self.connection.execute("EXPLAIN " + query).fetchall()[0][1]


class Sedona:
    def __init__(self):
        from pyspark.sql import SparkSession

        settings = {
            "spark.jars": os.environ["SEDONA_JAR"],
            "spark.sql.extensions": "org.apache.sedona.sql.SedonaSqlExtensions",
            "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
            "spark.kryo.registrator": "org.apache.sedona.core.serde.SedonaKryoRegistrator",
            # The older overlay of JTS fails on lines that nearly meet.
            "spark.driver.extraJavaOptions": "-Djts.overlay=ng",
            "spark.executor.extraJavaOptions": "-Djts.overlay=ng",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": os.path.join(os.getcwd(), "warehouse"),
            "spark.local.dir": os.path.join(os.getcwd(), "spark"),
            "spark.ui.enabled": "false",
            "spark.driver.memory": "2g",
            "spark.executor.memory": "1g",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
        }
        builder = SparkSession.builder.master(os.environ["SPARK_MASTER"])
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("OFF")
        self.version = f"Spark {self.session.version}"

    def load(self, table, columns, file):
        from pyspark.sql.functions import expr
        from pyspark.sql.types import DoubleType, StringType, StructField, StructType

        fields = [StructField(name, DoubleType() if kind == "number" else StringType()) for name, kind in columns]
        rows = self.session.read.csv(
            file, schema=StructType(fields), sep="\t", quote="", nullValue="\\N", emptyValue="", maxCharsPerColumn=-1
        )
        if any(name == "srid" for name, _ in columns):
            shape = "CASE WHEN geom IS NULL THEN NULL ELSE ST_SetSRID(ST_GeomFromText(geom), cast(srid AS INT)) END"
            rows = rows.withColumn("geom", expr(shape))
        rows.createOrReplaceTempView(table)

    def run(self, statement):
        result = self.session.sql(statement)
        if statement.lstrip().upper().startswith("SELECT"):
            result.collect()

    def read(self, query):
        return [row.asDict() for row in self.session.sql(query).collect()]

    def plan(self, query):
        # Small tables are sent to all workers; planned as if they were large, they must be divided.
        name = "spark.sql.autoBroadcastJoinThreshold"
        before = self.session.conf.get(name)
        self.session.conf.set(name, "-1")
        try:
            return self.session.sql("EXPLAIN " + query).collect()[0][0]
        finally:
            self.session.conf.set(name, before)


def answer(engine, request):
    if request["do"] == "load":
        engine.load(request["table"], request["columns"], request["file"])
    elif request["do"] == "run":
        for statement in request["statements"]:
            engine.run(statement)
    elif request["do"] == "plans":
        plans = {}
        for statement in request["statements"]:
            for table, query in request["explain"].items():
                if statement.endswith(query):
                    plans[table] = engine.plan(query)
            engine.run(statement)
        return {"rows": [plans]}
    elif request["do"] == "read":
        return {"rows": engine.read(request["query"])}
    return {"rows": []}


def main():
    # What libraries print must not come between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    say = lambda value: print(json.dumps(value, default=str), file=answers, flush=True)
    engine = {"duckdb": DuckDb, "sedona": Sedona}[sys.argv[1]]()
    say({"rows": [{"version": engine.version}]})
    for line in sys.stdin:
        try:
            say(answer(engine, json.loads(line)))
        except Exception as fault:  # the fault is the answer
            say({"fault": str(fault)})


main()
