import { groupQuestions, type ListedQuestion, type QuestionGroup } from '../../saved-queries/listed-questions.js';
import { type Html, html } from '../../html/html.js';
import { PageWriter } from '../../html/page-writer.js';
import type { PageAddress } from '../../html/page-shell.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import { sitePage } from '../site-page.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

const ROLES = ['ANALYST', 'FRONTEND', 'EDITOR'];

/** Renders the list of questions by role and task, or the search results in their order. */
export function questionListPage({
  questions,
  messages,
  address,
}: {
  questions: readonly ListedQuestion[];
  messages: LocaleMessages;
  address: PageAddress;
}): string {
  const { question } = messages;
  const writer = new PageWriter(messages, address);
  const isSearched = (address.search.get('words') ?? '').trim() !== '';
  const groups = groupQuestions(questions);
  const sortedGroups = [
    ...ROLES.flatMap((role) => groups.filter((group) => group.role === role)),
    ...groups.filter(({ role }) => !ROLES.includes(role)),
  ];
  const main = html`<header class="head">
      <h1>${question.questions}</h1>
      <p class="lead">${question.lead}</p>
      <form class="find" role="search" action="${writer.path('/q')}" aria-label="${question.findQuestion}">
        <label class="vh" for="words">${question.findQuestion}</label
        ><input
          id="words"
          name="words"
          type="search"
          autocomplete="off"
          maxlength="200"
          value="${address.search.get('words')}"
        /><button>${writer.labels.search}</button>
      </form>
    </header>
    ${
      isSearched &&
      html`<div class="notice">
        <p role="status">
          ${question.found({ count: questions.length })}
          <a href="${writer.path('/q')}">${question.all}</a>
        </p>
      </div>`
    }
    ${sortedGroups.map((group) => roleSection(group, writer))}`;
  return sitePage(writer, {
    title: question.questions,
    description: question.lead,
    crumbs: [{ ...inPageLanguage(question.questions), path: null }],
    main,
  });
}

function roleSection({ role, tasks }: QuestionGroup, writer: PageWriter): Html {
  const id = `role-${role.toLowerCase()}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${writer.messages.question.roles[role] ?? role}</h2>
    ${tasks.map(
      ({ task, questions }) =>
        html`<h3>${writer.localised({ text: task, lang: writer.findLang(questions[0]!.translation, 'task') })}</h3>
          <ul class="two">
            ${questions.map(({ slug, title, summary, translation }) => {
              const question = { title, summary, translation, path: `/q/${slug}` };
              return html`<li>${writer.link(question, 't')}${writer.summary(question)}</li> `;
            })}
          </ul> `,
    )}
  </section> `;
}
