/**
 * The first key that the outermost object of a JSON text has twice, or undefined. JSON.parse would keep
 * the last one and say nothing.
 * @param json valid JSON
 */
export function duplicateKey(json: string): string | undefined {
  const seen = new Set<string>();
  const colon = /\s*:/y;
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === '"') {
      const start = i;
      for (i++; json[i] !== '"'; i++) if (json[i] === '\\') i++;
      colon.lastIndex = i + 1;
      if (depth !== 1 || !colon.test(json)) continue;
      const key = JSON.parse(json.slice(start, i + 1)) as string;
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  return undefined;
}
