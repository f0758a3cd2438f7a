/** Does something with each item in turn, with as many at once as there are lanes. */
export async function inLanes<Item>(
  lanes: number,
  items: Item[],
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
