import { offerHoverCards } from './page/hoverCards.ts';
import { mountWidgets } from './page/mountWidgets.ts';
import { trackReading } from './page/readingProgress.ts';
import { offerThemes } from './page/theme.ts';

offerThemes();
trackReading();
offerHoverCards();
mountWidgets();
