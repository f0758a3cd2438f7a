/** Where a screen lies in its window, which shows it `scale` times as large as it is laid out. */
export interface Stage {
  width: number;
  height: number;
  scale: number;
  left: number;
  top: number;
}

/**
 * The stage of a window, all in pixels: 1280 wide, and as high as the window's shape allows, but not under 720; upright
 * windows, such as a phone's, have one 720 wide. So each window of one shape, however large, cuts a lesson alike.
 */
export function layOutStage(windowWidth: number, windowHeight: number): Stage {
  const width = windowWidth < windowHeight ? 720 : 1280;
  const height = Math.max(720, Math.floor((width * windowHeight) / Math.max(1, windowWidth)));
  const scale = Math.min(windowWidth / width, windowHeight / height);
  return {
    ...{ width, height, scale },
    left: Math.round((windowWidth - width * scale) / 2),
    top: Math.round((windowHeight - height * scale) / 2),
  };
}
