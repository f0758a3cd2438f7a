/** A way out of a frame: what its page forbids is allowed in a tab of one's own. */
export function OwnTab() {
  return (
    <a href={location.href} target="_blank" rel="noopener">
      Open the chapter in a tab of its own
    </a>
  );
}
