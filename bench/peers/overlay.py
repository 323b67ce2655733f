"""Areas of all pairs of two layers, as a process of its own.

    python overlay.py ENGINE A CODE_OF_A B CODE_OF_B OUT.csv
    python overlay.py ENGINE --version          the version, or an error where the engine is not there

Areas are measured in a projection that keeps them (EPSG:6933), or on the ellipsoid where the engine does so. Rings that
meet themselves are mended first where the engine refuses them, as one would.
"""
import sys

EQUAL_AREA = "EPSG:6933"


def geopandas_version():
    import geopandas

    return geopandas.__version__


def read(path, code):
    import geopandas

    frame = geopandas.read_file(path, columns=[code], engine="pyogrio").to_crs(EQUAL_AREA)
    frame["geometry"] = frame.geometry.where(frame.is_valid, frame.make_valid())
    return frame.rename(columns={code: "code"})[["code", "geometry"]]


def by_geopandas(a, code_a, b, code_b, out):
    import geopandas

    first = read(a, code_a).rename(columns={"code": "a"})
    second = read(b, code_b).rename(columns={"code": "b"})
    found = geopandas.overlay(first, second, how="intersection", keep_geom_type=True)
    found["area"] = found.area
    found[["a", "b", "area"]].to_csv(out, index=False)


def tobler_version():
    import tobler

    return tobler.__version__


def by_tobler(a, code_a, b, code_b, out):
    import pandas
    from tobler.area_weighted.area_interpolate import _area_tables_binning

    first, second = read(a, code_a), read(b, code_b)
    table = _area_tables_binning(first, second, "auto").tocoo()
    pandas.DataFrame(
        {"a": first.code.values[table.row], "b": second.code.values[table.col], "area": table.data}
    ).to_csv(out, index=False)


def duckdb_spatial():
    import duckdb

    connection = duckdb.connect()
    try:
        connection.execute("LOAD spatial")
    except duckdb.Error:
        from duckdb_extensions import import_extension

        import_extension("spatial", con=connection)
        connection.execute("LOAD spatial")
    return connection


def duckdb_version():
    import duckdb

    duckdb_spatial()
    return duckdb.__version__


def by_duckdb(a, code_a, b, code_b, out):
    connection = duckdb_spatial()
    for name, path, code in (("a", a, code_a), ("b", b, code_b)):
        connection.execute(
            f"""CREATE TABLE {name} AS SELECT "{code}" AS code,
                CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END AS geom
                FROM (SELECT "{code}", ST_FlipCoordinates(geom) AS geom FROM ST_Read('{path}'))"""
        )
    connection.execute(
        f"""COPY (SELECT a.code AS a, b.code AS b, ST_Area_Spheroid(ST_Intersection(a.geom, b.geom)) AS area
            FROM a JOIN b ON ST_Intersects(a.geom, b.geom)) TO '{out}' (HEADER)"""
    )


def sedonadb_version():
    import sedonadb

    return sedonadb.__version__


def by_sedonadb(a, code_a, b, code_b, out):
    import sedonadb

    connection = sedonadb.connect()
    for name, path, code in (("a", a, code_a), ("b", b, code_b)):
        connection.create_data_frame(read(path, code)).to_view(name)
    connection.sql(
        """SELECT a.code AS a, b.code AS b, ST_Area(ST_Intersection(a.geometry, b.geometry)) AS area
           FROM a JOIN b ON ST_Intersects(a.geometry, b.geometry)"""
    ).to_pandas().to_csv(out, index=False)


ENGINES = {
    "geopandas": (geopandas_version, by_geopandas),
    "tobler": (tobler_version, by_tobler),
    "DuckDB": (duckdb_version, by_duckdb),
    "SedonaDB": (sedonadb_version, by_sedonadb),
}

version, overlay = ENGINES[sys.argv[1]]
if sys.argv[2] == "--version":
    print(version())
else:
    overlay(*sys.argv[2:])
