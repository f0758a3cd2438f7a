import { buildSite } from './site/siteBuild.ts';

/** `npm run build`: builds the chapter into dist/, whatever is there already. */
// Ends with the process that forked it, if one did.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
await buildSite();
