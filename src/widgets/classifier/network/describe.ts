import type { ClassifyWaiting } from '../../../contract/classify.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import { duration, grouped, megabytes } from '../../../lib/format.ts';
import { total, type Part } from '../../../ui/network/architecture.ts';

/** What the model is and how good it is, from its own card. */
export function modelSentence({ accuracy, classes, crop }: ModelCard): string {
  const things = `It knows ${grouped(classes.length)} things and sees every picture at ${crop}×${crop} pixels.`;
  if (!accuracy) return `${things} This page cannot tell how accurate it is.`;
  const right = (share: number) => `${Math.round(share * 100)} in 100`;
  return `${things} On ${grouped(accuracy.pictures)} pictures it had never seen, its first guess was right for ${right(accuracy.top1)}, and one of its first five for ${right(accuracy.top5)}.`;
}

/** How large a network is, and how much one picture costs. */
export function sizeSentence(parts: Part[]): string {
  const { parameters, multiplyAdds } = total(parts.flatMap(({ rows }) => rows));
  return `${grouped(parameters)} parameters, ${(multiplyAdds / 1e9).toFixed(2)} billion multiply-adds`;
}

/** What the first answer waits for. */
export function waitingLine(waiting: ClassifyWaiting): string {
  switch (waiting.for) {
    case 'engine':
      return 'Starting the engine…';
    case 'weights': {
      const of = waiting.totalBytes ? ` of ${megabytes(waiting.totalBytes)}` : '';
      return `Downloading the network: ${megabytes(waiting.receivedBytes)}${of} MB…`;
    }
    case 'connection':
      return 'The network connection is down: the download continues when it is back…';
    case 'first run':
      return 'Preparing the network…';
  }
}

/** How much longer a download takes at its speed so far, such as `, about 20 s left`. */
export function timeLeft(
  { receivedBytes, totalBytes }: { receivedBytes: number; totalBytes: number | undefined },
  since: { receivedBytes: number; elapsedMs: number },
): string {
  const came = receivedBytes - since.receivedBytes;
  if (!totalBytes || came <= 0 || since.elapsedMs < 1000) return '';
  return `, about ${duration(((totalBytes - receivedBytes) * since.elapsedMs) / came)} left`;
}
