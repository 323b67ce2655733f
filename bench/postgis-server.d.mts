/** The folder of initdb with PostGIS beside it: POSTGRES_BIN, or the newest that Debian installed; null for none. */
export function postgisFolder(): string | null;
