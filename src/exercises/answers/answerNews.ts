/** One write of an answer. */
export interface AnswerNews {
  exercise: string;
  revision: number;
  /** It was deleted. */
  isGone?: true;
}

export interface AnswerChannel {
  tell(news: AnswerNews): void;
  close(): void;
}

/**
 * Hears when an answer is written in another tab or elsewhere on the page, and tells of one's own. Where the browser
 * has no channels, nothing is heard, and writing finds out (writeAnswer).
 */
export function openAnswerChannel(onNews: (news: AnswerNews) => void): AnswerChannel {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel('answers');
    channel.onmessage = ({ data }: MessageEvent<AnswerNews>) => onNews(data);
  } catch {
    // A document without storage may have none.
  }
  return {
    tell: (news) => channel?.postMessage(news),
    close: () => channel?.close(),
  };
}
