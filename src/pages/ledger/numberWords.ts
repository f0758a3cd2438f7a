const small = 'two three four five six seven eight nine'.split(' ');
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const values: Record<string, number> = {
  ...Object.fromEntries(small.map((word, index) => [word, index + 2])),
  ...Object.fromEntries(teens.map((word, index) => [word, index + 10])),
  ...Object.fromEntries(tens.map((word, index) => [word, 10 * (index + 2)])),
  ...{ hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 },
};
const fromTen = Object.keys(values).filter((word) => !small.includes(word));
const few = small.join('|');

/** Smaller ones count what the eye can count, unless it is times; '3.66 billion' is written in digits. */
const aNumberWord = new RegExp(
  `(?<![\\d,.] ?|\\p{L})(?:(?:(?:${few}) )?(?:${fromTen.join('|')})|(?:${few})(?= times\\b))(?!\\p{L})`,
  'giu',
);

/** The numbers that a text gives in words, such as 'fifteen others' and 'three times'. */
export function findNumberWords(text: string): { text: string; from: number; to: number }[] {
  return [...text.matchAll(aNumberWord)].map(({ 0: word, index }) => ({
    ...{ text: word, from: index, to: index + word.length },
  }));
}

/** A number as digits: 'fifteen' → '15', 'two hundred' → '200'; one in digits as it is. */
export function inDigits(number: string): string {
  const factors = number.split(' ').map((word) => values[word.toLowerCase()] ?? NaN);
  const product = factors.reduce((one, other) => one * other);
  return Number.isNaN(product) ? number : product.toLocaleString('en-GB');
}
