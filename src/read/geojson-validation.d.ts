/** The part of the package `geojson-validation` that is used; it brings no types of its own. */
declare module 'geojson-validation' {
  const validation: {
    /** With `trace` the list of what is wrong, empty for a valid feature. */
    isFeature(feature: unknown, trace: true): string[];
  };
  export default validation;
}
