/**
 * The version of the tool that results and files carry; a test holds it against package.json.
 */
export const toolVersion = '0.1.0';
