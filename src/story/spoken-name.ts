/**
 * Names of units as people say them: `Frimley` for `NHS Frimley Integrated Care Board`.
 */

const BODY =
  /^(?:NHS )?(.+?) (?:Integrated Care (?:Board|System)|Health and Social Care Partnership|Health and Care Partnership|Sustainability and Transformation Partnership)$/i;

/** The name without what every unit of its kind has in it; any other name unchanged. */
export const spokenName = (name: string): string => name.replace(BODY, '$1');
