/** The mean of noisy values, such as the errors of the last batches, and how far off it may be. */
export interface Estimate {
  mean: number;
  /** Its standard error: the values' standard deviation over the root of their number; 0 of one value. */
  error: number;
}

/** The numbers behind the words; `verdictRules` says them to readers. */
const limits = {
  /** Standard errors by which two means must differ. */
  errors: 2,
  /** Shares, 0 to 1, below which no difference is worth a word, and none is the degradation. */
  gap: 0.02,
  degradationGap: 0.05,
  /** Training steps before a comparison, before a copy is judged, and before the word degradation. */
  steps: 100,
  copySteps: 30,
  degradationSteps: 1000,
  /** A copy's error over that of one flat colour, up to which it is each of these. */
  copy: { perfect: 0.001, good: 0.1, poor: 0.8, flat: 1.05 },
  /** The first guess's probability below which a network is unsure. */
  sure: 0.5,
  /** Of the whole network's right answers, the share below which a damaged one is as good as blind. */
  blind: 0.1,
  /** Shares of wrong opinions below which a network hardly ever agrees, and above which it nearly always does. */
  agreement: { seldom: 0.1, always: 0.9 },
};

/** Of values that are not empty. Neighbouring batches of one run are taken to be independent. */
export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  return { mean, error: deviation / Math.sqrt(values.length) };
}

/** A share of so many pictures: its standard error is that of as many independent trials. */
export function estimateShare(share: number, pictures: number): Estimate {
  return { mean: share, error: Math.sqrt((share * (1 - share)) / pictures) };
}

/** Whether a run is too young for any comparison. */
export function isTooEarly(step: number): boolean {
  return step < limits.steps;
}

/** How one error, 0 to 1, compares with another; the smaller is the better one. */
export function compareErrors(one: Estimate, other: Estimate): 'better' | 'worse' | 'the same' {
  const gap = one.mean - other.mean;
  if (Math.abs(gap) < Math.max(limits.gap, noise(one, other))) return 'the same';
  return gap > 0 ? 'worse' : 'better';
}

/** How often something happens, beside how often it happens otherwise: shares, 0 to 1, of so many prompts each. */
export function compareShares(
  one: number,
  other: number,
  prompts: number,
): 'more' | 'less' | 'the same' {
  const word = compareErrors(estimateShare(one, prompts), estimateShare(other, prompts));
  return word === 'worse' ? 'more' : word === 'better' ? 'less' : 'the same';
}

/** The training error of a kind's shallowest and of its deepest network, in one seed. */
export interface DepthPair {
  shallow: Estimate;
  deep: Estimate;
}

/** What depth did to the training error of a kind of network. */
export interface DepthVerdict {
  /** How the deep network compares with the shallow one, on the mean of the seeds. */
  word: ReturnType<typeof compareErrors>;
  /** In how many of the seeds, taken alone, the same can be said. */
  seeds: number;
  /** `early` is a gap that would be called so after more steps. */
  degradation: 'yes' | 'early' | 'no';
}

/** One rule for every kind of network. Of at least one seed, all at the same step. */
export function judgeDepth(pairs: readonly DepthPair[], step: number): DepthVerdict {
  const word = compareErrors(meanOf(pairs, 'deep'), meanOf(pairs, 'shallow'));
  const isWide = pairs.every(
    ({ deep, shallow }) =>
      deep.mean - shallow.mean >= Math.max(limits.degradationGap, noise(deep, shallow)),
  );
  return {
    word,
    seeds: pairs.filter(({ deep, shallow }) => compareErrors(deep, shallow) === word).length,
    degradation: !isWide ? 'no' : hasFewSteps(step) ? 'early' : 'yes',
  };
}

/** Whether a run is too young for the word degradation: what is said of it is said “so far”. */
export function hasFewSteps(step: number): boolean {
  return step < limits.degradationSteps;
}

/** The mean of a kind's shallowest or deepest networks over the seeds. */
export function meanOf(pairs: readonly DepthPair[], which: keyof DepthPair): Estimate {
  return meanOfEstimates(pairs.map((pair) => pair[which]));
}

/** Of independent estimates, such as one a seed. */
export function meanOfEstimates(estimates: readonly Estimate[]): Estimate {
  return {
    mean: estimates.reduce((sum, { mean }) => sum + mean, 0) / estimates.length,
    error: Math.hypot(...estimates.map(({ error }) => error)) / estimates.length,
  };
}

function noise(one: Estimate, other: Estimate): number {
  return limits.errors * Math.hypot(one.error, other.error);
}

/** Whether two stacks are too young for their copies to be judged. */
export function isTooEarlyToCopy(step: number): boolean {
  return step < limits.copySteps;
}

export type CopyVerdict = keyof typeof limits.copy | 'worse' | 'overflowed';

/** What an error against a picture amounts to, beside the error of one flat colour. */
export function judgeCopy(error: number, flatError: number): CopyVerdict {
  if (!Number.isFinite(error)) return 'overflowed';
  const share = error / flatError;
  const { perfect, good, poor, flat } = limits.copy;
  if (share < perfect) return 'perfect';
  if (share < good) return 'good';
  if (share < poor) return 'poor';
  return share <= flat ? 'flat' : 'worse';
}

/** Whether a network that gives its first guess this probability is called unsure. */
export function isUnsure(probability: number): boolean {
  return probability < limits.sure;
}

/** Whether a damaged network, right for a share of the pictures, is as good as blind beside the whole one. */
export function isBlind(share: number, wholeShare: number): boolean {
  return share < limits.blind * wholeShare;
}

export type AgreementVerdict = 'hardly ever' | 'sometimes' | 'nearly always';

/** How often a network agrees with wrong opinions, from the share with which it does. */
export function judgeAgreement(share: number): AgreementVerdict {
  const { seldom, always } = limits.agreement;
  if (share < seldom) return 'hardly ever';
  return share > always ? 'nearly always' : 'sometimes';
}

const percent = (share: number) => `${(share * 100).toLocaleString('en-GB')} %`;
const points = (share: number) => `${(share * 100).toLocaleString('en-GB')} points`;

/** Each word with its rule, for readers; a function, so that no figure's script holds the sentences. */
export function verdictRules(): { word: string; rule: string }[] {
  return [
    {
      word: 'too early to tell',
      rule: `Networks are not compared before step ${limits.steps}, and no copy is judged before step ${limits.copySteps}.`,
    },
    {
      word: 'better, worse',
      rule: `Two errors differ by at least ${points(limits.gap)} and by more than ${limits.errors} standard errors of their difference. A training error is the mean over the last batches; a test error is a share of the test pictures.`,
    },
    { word: 'about the same', rule: 'Whatever is neither better nor worse.' },
    {
      word: 'so far',
      rule: `Said before step ${limits.degradationSteps.toLocaleString('en-GB')}, when a training error has not had time to fall.`,
    },
    {
      word: 'the degradation',
      rule: `Not before step ${limits.degradationSteps.toLocaleString('en-GB')}, and only where it holds in every seed shown: the training error of the deepest network of a kind is at least ${points(limits.degradationGap)} above that of the shallowest, and by more than ${limits.errors} standard errors. The rule is the same for plain and for residual networks.`,
    },
    {
      word: 'copies',
      rule: `Beside the error of one flat colour: below ${percent(limits.copy.perfect)}, a copy that no eye could tell from the picture; below ${percent(limits.copy.good)}, a good copy; below ${percent(limits.copy.poor)}, a poor copy; up to ${percent(limits.copy.flat)}, hardly more than a flat colour; above that, something worse.`,
    },
    {
      word: 'unsure',
      rule: `The first guess has less than ${percent(limits.sure)} of the probability.`,
    },
    {
      word: 'as good as blind',
      rule: `A damaged network is right for less than ${percent(limits.blind)} of the pictures that the whole network names rightly.`,
    },
    {
      word: 'agrees hardly ever, sometimes, nearly always',
      rule: `With less than ${percent(limits.agreement.seldom)} of the wrong opinions of friends that were kept out of training, with up to ${percent(limits.agreement.always)}, and with more.`,
    },
    {
      word: 'the direction matters',
      rule: `With the agreement vector, friends are agreed with less often than with a random vector of equal length: the two shares differ by at least ${points(limits.gap)} and by more than ${limits.errors} standard errors of their difference.`,
    },
  ];
}
