import { offerCopying } from './page/copyingHero.ts';
import { offerCopies } from './page/copyButtons.ts';
import { offerFlowSteps } from './page/flowSteps.ts';
import { offerHoverCards } from './page/hoverCards.ts';
import { offerClassroom } from './page/classroom/offerClassroom.ts';
import { mountAnswers } from './page/exercises/mountAnswers.ts';
import { mountExercises } from './page/exercises/mountExercises.ts';
import { showProgress } from './page/exercises/showProgress.ts';
import { followTranslator } from './page/figures/followTranslator.ts';
import { mountWidgets } from './page/figures/mountWidgets.ts';
import { offerPresenting } from './page/presenter/offerPresenting.ts';
import { offerHandouts } from './page/paper/offerHandouts.ts';
import { offerPrinting } from './page/paper/offerPrinting.ts';
import { watchPolicy } from './page/policyNotice.ts';
import { mountOffline } from './page/offline/mountOffline.ts';
import { offerOffline } from './page/offline/offerOffline.ts';
import { offerRuns } from './page/runButtons.ts';
import { offerQuickChecks } from './page/quickChecks.ts';
import { trackReading } from './page/readingProgress.ts';
import { followSections } from './page/sectionList.ts';
import { offerSearch } from './page/search/offerSearch.ts';
import { followSettings } from './page/settings/applySettings.ts';
import { offerSettings } from './page/settings/offerSettings.ts';
import { offerThemes } from './page/theme.ts';

// Every figure's and exercise's style is on every page: they stand there before their scripts come.
import.meta.glob(['./widgets/**/*.css', './exercises/**/*.css', '!./exercises/editor/editor.css'], {
  eager: true,
});

watchPolicy();
followTranslator(document.body);
offerThemes();
followSettings();
offerSettings();
offerSearch();
trackReading();
followSections();
offerQuickChecks();
offerHoverCards();
offerCopies();
offerClassroom();
offerRuns();
offerCopying();
offerHandouts();
offerPrinting();
offerFlowSteps();
mountWidgets();
mountExercises();
void mountAnswers();
showProgress();
offerPresenting();
void mountOffline();
offerOffline();
