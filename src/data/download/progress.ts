type Listener = (receivedBytes: number, totalBytes: number) => void;
let tell: Listener = () => undefined;

interface Progress {
  received: number;
  total: number;
}
/** The downloads of this thread since all were last at their end. */
let downloads: Progress[] = [];

/** Hears how much of the downloads of this thread has come, of those whose size is known. */
export function watchDownloads(listener: Listener): void {
  tell = listener;
}

/**
 * Follows one download; what it returns is told how much has come.
 * @param total in bytes, as the site's manifest or card says
 */
export function followDownload(total: number): (receivedBytes: number) => void {
  if (downloads.every((one) => one.received >= one.total)) downloads = [];
  const mine: Progress = { received: 0, total };
  downloads.push(mine);
  const sum = (of: keyof Progress) => downloads.reduce((all, one) => all + one[of], 0);
  return (receivedBytes) => {
    mine.received = Math.min(receivedBytes, total);
    tell(sum('received'), sum('total'));
  };
}
