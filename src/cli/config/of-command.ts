/**
 * What `--config` on a command needs of a config file, loaded together.
 */
export { withCatalogueFiles } from '../catalogue/with-catalogue-files.js';
export { openConfig } from './config-file.js';
export { ConfigLayers } from './config-layers.js';
export { configWishes } from './config-wishes.js';
