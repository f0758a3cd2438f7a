import type { Claim } from '../../../content/claims/claim.ts';
import { findNumbers, findSums, type PrintedNumber } from './findNumbers.ts';
import type { Block } from './readBlocks.ts';

/** One quotation of a claim where the page says it. */
export interface Entry {
  claim: Claim;
  quote: string;
  /** Where it stands first, and the sections that say it again. */
  block: Block;
  from: number;
  to: number;
  again: string[];
  /** The numbers that it accounts for. */
  numbers: string[];
}

/** A number that neither a claim nor a rule accounts for. */
interface Unclaimed {
  number: PrintedNumber;
  block: Block;
}

export interface PageLedger {
  /** In the order of the page: its claims, and the sums that it does itself. */
  entries: Entry[];
  unclaimed: Unclaimed[];
  /** What is wrong with the sums that the text itself does. */
  wrongSums: string[];
}

/** What accounts for each number of a page. */
export function matchClaims(blocks: Block[], claims: readonly Claim[]): PageLedger {
  const entries = new Map<string, Entry>();
  const ledger: PageLedger = { entries: [], unclaimed: [], wrongSums: [] };
  for (const block of blocks) {
    const numbers = findNumbers(block);
    const open = new Set(numbers.filter(({ excuse }) => !excuse));
    const quoted = placesIn(block, claims);
    const sums = sumsOf(block).filter(
      (sum) => !quoted.some(({ from, to }) => from <= sum.from && sum.to <= to),
    );
    for (const { claim, quote, from, to } of [...quoted, ...sums].sort((a, b) => a.from - b.from)) {
      const held = numbers.filter((one) => from <= one.from && one.to <= to);
      held.forEach((one) => open.delete(one));
      const texts = held
        .filter(({ excuse }) => !excuse || excuse === 'sum')
        .map(({ text }) => text);
      const entry = entries.get(quote);
      if (!entry) {
        const own = { claim, quote, block, from, to };
        entries.set(quote, { ...own, again: [], numbers: [...new Set(texts)] });
      } else if (![entry.block.section, ...entry.again].includes(block.section)) {
        entry.again.push(block.section);
      }
    }
    ledger.unclaimed.push(...[...open].map((number) => ({ number, block })));
    ledger.wrongSums.push(...numbers.flatMap(({ problem }) => problem ?? []));
  }
  return { ...ledger, entries: [...entries.values()] };
}

/** The sums of a block as claims that back themselves; a = b = c is one. */
function sumsOf(block: Block) {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of findSums(block)) {
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges.map(({ from, to }) => {
    const quote = block.text.slice(from, to).replace(/^[=≈]/, '').trim();
    const claim: Claim = { quote, computed: quote };
    return { claim, quote, from, to };
  });
}

/** The quotations of a claim. */
export function quotesOf({ quote }: Claim): readonly string[] {
  return typeof quote === 'string' ? [quote] : quote;
}

/** Every place of a block that a claim quotes, in order. */
function placesIn({ text }: Block, claims: readonly Claim[]) {
  const places = claims.flatMap((claim) =>
    quotesOf(claim).flatMap((quote) =>
      occurrences(text, quote).map((from) => ({ claim, quote, from, to: from + quote.length })),
    ),
  );
  return places.sort((a, b) => a.from - b.from);
}

/** Where a quotation stands in a text; '8 layers' does not stand in '18 layers', nor 'by 4' in 'by 4.5 %'. */
export function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const isCut =
      (/^\d/.test(quote) && /\d[.,]?$/.test(text.slice(0, at))) ||
      (/\d$/.test(quote) && /^(?:[.,]?\d| ?%|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹])/.test(text.slice(at + quote.length)));
    if (!isCut) found.push(at);
  }
  return found;
}
