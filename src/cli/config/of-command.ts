/**
 * What `--config` on a command needs of a config file, loaded together.
 */
export { withCatalogueFiles } from '../catalogue/with-catalogue-files.js';
export { ConfigLayers } from '../../run/config/config-layers.js';
export { configWishes } from '../../run/config/config-wishes.js';
export { openConfig } from './read-config.js';
