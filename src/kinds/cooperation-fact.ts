import { enumLabel, toMidSentence } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { ModuleOf } from './typed-module.js';

/** Module of a fact of cooperation, with its sentence. */
export const cooperationFact: ModuleOf<'CooperationFact'> = {
  computedPart: {
    async sentence({ type, state, partner }, _args, context) {
      const messages = messagesFor(context.locales);
      const organisation = await context.entry('Organisation', partner!, ['title']);
      const name = organisation && context.text(organisation.record.title, organisation);
      const stage = toMidSentence(enumLabel(messages, state!, 'CooperationState'), messages);
      const parties = [enumLabel(messages, type!, 'CooperationType'), ...(name ? [name] : [])].join(', ');
      return `${parties} (${stage})`;
    },
  },
};
