/**
 * The page's fonts that a drawing uses, as style rules that hold the fonts themselves: a picture may fetch
 * nothing. Only the parts of a font that this page has loaded are taken.
 */
export async function embedFonts(svg: string): Promise<string> {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(keyOf);
  const rules = [...document.styleSheets].flatMap(({ href, cssRules }) =>
    [...cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ style }) => ({ style, base: href ?? document.baseURI })),
  );
  const used = rules.filter(({ style }) => {
    const face = {
      family: style.getPropertyValue('font-family'),
      style: style.getPropertyValue('font-style'),
      unicodeRange: style.getPropertyValue('unicode-range'),
    };
    return svg.includes(unquoted(face.family)) && loaded.includes(keyOf(face));
  });
  // Without a network connection a font that the browser has not kept is done without.
  return (await Promise.all(used.map((rule) => embed(rule).catch(() => '')))).join('');
}

async function embed({ style, base }: { style: CSSStyleDeclaration; base: string }) {
  const source = /url\("?([^")]+)/.exec(style.getPropertyValue('src'))?.[1];
  if (!source) return '';
  const font = await (await fetch(new URL(source, base))).blob();
  const descriptors = ['font-family', 'font-style', 'font-weight', 'unicode-range'].map(
    (name) => `${name}:${style.getPropertyValue(name)};`,
  );
  return `@font-face{${descriptors.join('')}src:url(${await toDataUrl(font)})}`;
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error as DOMException);
    reader.readAsDataURL(blob);
  });
}

const unquoted = (family: string) => family.replaceAll(/["']/g, '');

/** The same for a font and for the rule it comes from. */
function keyOf({
  family,
  style,
  unicodeRange,
}: Record<'family' | 'style' | 'unicodeRange', string>) {
  return `${unquoted(family)} ${style} ${unicodeRange.replaceAll(/\s/g, '').toUpperCase()}`;
}
