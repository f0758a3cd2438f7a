/** What files that have nothing to do with weights begin with. */
const kinds: [start: RegExp, what: string][] = [
  [/^.{4}ftyp(hei|hev|mif1|msf1|avif)/s, 'a picture'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF.{4}WEBP|^II\*\0|^MM\0\*|^8BPS|^\0\0\0\x0cjP/s, 'a picture'],
  [/^.{4}ftypqt/s, 'a QuickTime video'],
  [/^.{4}ftyp/s, 'an MP4 video'],
  [/^\x1aE\xdf\xa3/, 'a Matroska or WebM video'],
  [/^RIFF.{4}AVI /s, 'an AVI video'],
  [/^RIFF.{4}WAVE/s, 'a WAV recording'],
  [/^\0\0\x01\xba|^G.{187}G/s, 'an MPEG video'],
  [/^ID3|^\xff[\xe3\xf3\xfb]/, 'an MP3 recording'],
  [/^OggS|^fLaC/, 'a sound recording'],
  [/^%PDF/, 'a PDF'],
  [/^\x7fELF|^MZ|^[\xcf\xce]\xfa\xed\xfe|^\xca\xfe\xba\xbe/, 'a program'],
  [/^SQLite format 3/, 'a SQLite database'],
  [/^PAR1|^ARROW1/, 'a table of Apache Parquet or Arrow'],
  [/^\xd0\xcf\x11\xe0/, 'an old Office document'],
  [/^\s*[[{]\s*["\d[{\]}-]/, 'JSON text'],
  // Nothing that a text would not have, and enough of it to tell.
  [/^[\t\n\r\x20-\x7e\x80-\xff]{16,}$/, 'text'],
];

/** What a file is, if it begins like something well known: a noun for a sentence. */
export function foreignKind(head: string): string | undefined {
  return kinds.find(([start]) => start.test(head))?.[1];
}
