/**
 * Help on exit codes.
 */
export const exitCodes = `Exit codes, whoever closes a pipe early:

  0  done
  1  done, and a rule given with --fail-on, a config or a baseline was broken
  2  the input or the command is wrong; the message says which file, which
     unit, where and what to do
  3  a fault of ours, with where in our source it happened

  coterminous align england:icb england:ltla --fail-on "shared_units max 12"
`;
