import { foldText } from '../model/fold-text.js';
import { closestMatch } from '../model/closest-match.js';
import type { ListedQuestion } from './listed-questions.js';

type Searchable = Omit<ListedQuestion, 'role'>;

const MAX_SIMILAR_QUESTIONS = 6;

/** Returns the questions that contain all words, ignoring case and accents. Without words, returns all. */
export function matchingQuestions<Q extends Searchable>(questions: readonly Q[], text: string): Q[] {
  const searchWords = splitWords(text);
  return questions.filter((question) => {
    const words = foldText(joinTexts(question));
    return searchWords.every((word) => words.includes(word));
  });
}

/** Returns the questions most similar to an unknown slug, by spelling and then by common words. */
export function nearestQuestions<Q extends Searchable>(questions: readonly Q[], slug: string): Q[] {
  const slugWords = splitWords(slug.replaceAll('-', ' '));
  const bestMatch = closestMatch(
    slug,
    questions.map((question) => question.slug),
  );
  const scoredQuestions = questions.map((question) => {
    const words = foldText(`${question.slug} ${joinTexts(question)}`);
    const commonWordCount = slugWords.filter((word) => word.length > 2 && words.includes(word)).length;
    return { question, score: question.slug === bestMatch ? Infinity : commonWordCount };
  });
  return scoredQuestions
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || 0)
    .slice(0, MAX_SIMILAR_QUESTIONS)
    .map(({ question }) => question);
}

function splitWords(text: string): string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function joinTexts({ title, summary, task, topics }: Searchable): string {
  return [title, summary ?? '', task, ...topics.map((topic) => topic.title)].join(' ');
}
