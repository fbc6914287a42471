import type { ModuleOf } from './typed-module.js';

/** What a topic covers is its summary. */
export const topic: ModuleOf<'Topic'> = {
  computed: {
    summary: (entry, { locale }, context) => context.text(entry.record.definition, entry, locale),
  },
  needs: { summary: ['definition'] },
};
