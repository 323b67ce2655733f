/**
 * Where a command leaves its exit code: 0 done, 1 done and a rule was broken.
 */
export interface Outcome {
  exitCode: number;
}
