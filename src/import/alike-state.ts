/** What has been seen of a column's texts so far: it says which of them are judged by themselves. */
export interface AlikeState {
  /** Texts of words that were judged by themselves, and the longest text of words. */
  words: number;
  longest: number;
  /** Marks that are known to divide no answers, as bits of MARKS. */
  harmless: number;
  /** Whether enough whole numbers were judged one by one. */
  knowsWholes: boolean;
}

/** So many texts of words are judged one by one: enough to see that they are no list of answers. */
export const WORDS = 100;
