import { buildSite } from './site/siteBuild.ts';

/** `npm run build`: builds the chapter into dist/, whatever is there already. */
await buildSite();
