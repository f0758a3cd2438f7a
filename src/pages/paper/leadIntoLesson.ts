/**
 * A part of a lesson for another page of the site: its links lead into the lesson, and it has no ids, which only the
 * lesson needs.
 * @param html a part as the lesson shows it
 * @param root the way back to the site's root
 */
export function leadIntoLesson(html: string, lesson: string, root: string): string {
  return html.replaceAll(/<[a-z][^>]*>/g, (tag) =>
    tag
      .replace(/ href="#/, ` href="${root}${lesson}/#`)
      .replaceAll(/ (?:id|aria-labelledby|aria-describedby)="[^"]*"/g, ''),
  );
}
