/**
 * Random tests draw the same cases in every run, so that a failure is never chance. COTERMINOUS_SEED draws others.
 */
import fc from 'fast-check';

const seed = Number(process.env['COTERMINOUS_SEED'] ?? 20_260_401);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
