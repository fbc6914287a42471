import { HOPS, RELATED } from '../fields/link-fields.js';
import { PAGE } from '../../model/page-size.js';
import type { Kind, Model } from '../../model/model.js';
import { linkPaths } from '../../model/model.js';
import type { FieldSize } from '../../records/kind-module.js';
import type { Sizes } from './sizes.js';

/** What the size of a field that does not belong to one kind can go by. */
interface FieldFacts {
  sizes: Sizes;
  /** The kinds of the entries that have the field; none where it is no field of an entry. */
  kinds: readonly Kind[];
}

type SizeOfField = (args: Readonly<Record<string, unknown>>, facts: FieldFacts) => FieldSize;

/** What looking through the links around an entry costs, in objects of an answer. */
const RELATING = 32;
const SEARCHING = 32;
/** What one difference between revisions is taken to tell at most: fields, and words that follow each other. */
const DIFF = { fields: 64, words: 1024 };
/** What one hit of a search tells at most, as `search/` bounds it. */
const HIT = { highlights: 8, pieces: 32, reasons: 32 };

/** Fields that every entry has, or that stand at the root, whose size does not follow from the model. */
export class FieldSizes {
  /** Fields of entries, by name. */
  readonly ofEntries: Readonly<Record<string, SizeOfField>>;
  /** Other fields, as in `Query.path`. */
  readonly others: Readonly<Record<string, SizeOfField>>;

  constructor(model: Model) {
    const all = model.kinds;
    // Two entries are linked at most once by each field, either way.
    const links = 2 * Math.max(...all.map((kind) => linkPaths(model, kind).length));
    this.ofEntries = {
      translations: () => ({ each: model.locales.length }),
      related: (args, { sizes }) => ({
        each: Math.min(asked(args, RELATED.usual), sizes.entries(all)),
        work: RELATING,
        inside: { reasons: { each: RELATED.reasons } },
      }),
      history: (args, { sizes, kinds }) => ({
        each: Math.min(asked(args, PAGE.usual), sizes.revisions(kinds)),
      }),
    };
    const counted: SizeOfField = (args, { sizes }) => ({
      each: Math.min(asked(args, PAGE.usual), sizes.entries(all)),
    });
    this.others = {
      'Query.search': (args) => ({
        work: SEARCHING,
        inside: {
          highlights: { each: HIT.highlights },
          pieces: { each: HIT.pieces, per: HIT.pieces * asked(args, PAGE.usual) },
          why: { each: HIT.reasons },
        },
      }),
      'Query.path': ({ maxHops }) => ({
        work: SEARCHING,
        inside: { steps: { each: Number(maxHops ?? HOPS.usual) }, links: { each: links } },
      }),
      'Query.diff': () => ({
        each: DIFF.fields,
        work: 1,
        inside: { words: { each: DIFF.words, per: DIFF.words } },
      }),
      'Mutation.saveAll': ({ entries }) => ({
        inside: { results: { each: Array.isArray(entries) ? entries.length : 0 } },
      }),
      'Query.nodes': ({ ids }) => ({ each: Array.isArray(ids) ? ids.length : 0 }),
      'SearchFacets.kinds': () => ({ each: all.length }),
      'SearchFacets.topics': counted,
      'SearchFacets.countries': counted,
      'SearchFacets.years': counted,
      'EntryNews.entries': () => ({ each: PAGE.most }),
      'Change.entries': (args) => ({ each: asked(args, PAGE.usual) }),
    };
  }
}

function asked({ first }: Readonly<Record<string, unknown>>, usual: number): number {
  return Math.max(0, Number(first ?? usual));
}
