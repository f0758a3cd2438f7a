import { offerHoverCards } from './shell/hoverCards.ts';
import { mountWidgets } from './shell/mountWidgets.ts';
import { trackReading } from './shell/readingProgress.ts';
import { offerThemes } from './shell/theme.ts';

offerThemes();
trackReading();
offerHoverCards();
mountWidgets();
