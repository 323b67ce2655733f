/** Whether the build is missing, in part or whole, or older than what it is made from. */
export function isBuildOutdated(): boolean;
