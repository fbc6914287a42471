import type { Document } from 'mongodb';
import { canonicalJson } from '../../model/digest.js';
import { filterableLinkContainer, linkValue } from '../../model/links.js';
import {
  type Field,
  findField,
  type Inverse,
  type Kind,
  type Model,
  type Role,
  type Shape,
} from '../../model/model.js';
import { AppError } from '../../errors.js';
import { accessDeniedError } from '../../model/roles.js';
import { mayReadLinkOrigin, rejectWithheldFields } from './filter-access.js';
import { linkName } from '../documents/kind-plan.js';
import { evaluateByExistence } from './evaluate-by-existence.js';
import {
  embeddedFilterLevel,
  entryFilterLevel,
  fieldDocumentPath,
  type FilterLevel,
  kindMatchesFilter,
} from './filter-level.js';
import { type FilterPart, splitFilter } from './filter-parts.js';
import { LINK_OBJECT_PATH, type LinkMatch } from './unwind-links.js';
import type { LinkResolver } from './link-resolver.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { allConditions, anyCondition, type MatchCondition, negateCondition } from '../documents/match-conditions.js';
import { compileQuantifiedFilter } from './quantified-filters.js';
import { dropNullConditions } from './drop-null-conditions.js';
import { compileListFilter, compileValueFilter } from './scalar-filters.js';
import type { FilterInput } from '../entries.js';

/**
 * Compiles GraphQL filters to conditions on documents. A condition on linked entries is resolved to their slugs, with
 * one command per link. A retired target matches only conditions on the existence of the link.
 */
export class FilterCompiler {
  private readonly cache = new Map<string, Promise<MatchCondition | string[]>>();

  constructor(
    private readonly model: Model,
    private readonly links: LinkResolver,
    private readonly chain: LocaleChain,
    private readonly role: Role,
  ) {}

  /**
   * Compiles a filter. @param onInterface whether the filter is on an interface, so that it may test `entryKind`
   * @throws AppError BAD_FILTER, UNAUTHENTICATED, FORBIDDEN, TOO_BROAD
   */
  async compileEntryFilter(kind: Kind, filter: FilterInput | null, onInterface = false): Promise<MatchCondition> {
    const conditions = filter && dropNullConditions(filter);
    return conditions ? this.compile(entryFilterLevel(kind, onInterface), conditions) : true;
  }

  /** Compiles the filter of a root list, or an inverse link with `via`. Throws the errors of `compileEntryFilter`. */
  async compileFilterWithVia(kind: Kind, inverse: Inverse | null, filter: FilterInput | null): Promise<LinkMatch> {
    if (!filter) return { entry: true, link: true };
    if (!inverse) return { entry: await this.compileEntryFilter(kind, filter), link: true };
    const { via, ...entryFilter } = dropNullConditions(filter) ?? {};
    return { entry: await this.compileEntryFilter(kind, entryFilter), link: await this.matchVia(inverse, via) };
  }

  private async matchVia(inverse: Inverse, condition: unknown): Promise<MatchCondition> {
    const shape = filterableLinkContainer(this.model, inverse);
    if (!shape || !condition) return true;
    return this.compile(embeddedFilterLevel(shape, `${LINK_OBJECT_PATH}.`), condition as FilterInput);
  }

  private async compile(level: FilterLevel, filter: FilterInput): Promise<MatchCondition> {
    return allConditions(await Promise.all(splitFilter(filter).map((part) => this.matchPart(level, part))));
  }

  private async matchPart(level: FilterLevel, part: FilterPart): Promise<MatchCondition> {
    if (part.operator === 'and')
      return allConditions(await Promise.all(part.parts.map((filter) => this.compile(level, filter))));
    if (part.operator === 'or')
      return anyCondition(await Promise.all(part.parts.map((filter) => this.compile(level, filter))));
    if (part.operator === 'not') return negateCondition(await this.compile(level, part.part));
    // The caller has already tested whether the link exists.
    if (part.operator === 'exists') return part.expected;
    const { name, condition } = part;
    if (level.isOnInterface && name === 'entryKind') return kindMatchesFilter(level.kind!, condition);

    const field = findField(level.shape, name);
    if (field) {
      rejectWithheldFields(this.model, this.role, [field]);
      return this.matchField(level, field, condition);
    }
    const inverse = level.kind?.inverses.find((candidate) => candidate.name === name && !candidate.mixed);
    if (inverse && !inverse.origins.every((origin) => mayReadLinkOrigin(this.model, this.role, origin))) {
      throw accessDeniedError(this.role, `"${name}" is not available for the role ${this.role}; remove it.`);
    }
    if (inverse) return this.matchInverse(level.kind!, inverse, condition);
    throw new AppError('BAD_FILTER', `${level.shape.name} has no filter on "${name}".`);
  }

  private matchField(level: FilterLevel, field: Field, filter: FilterInput): Promise<MatchCondition> | MatchCondition {
    const path = fieldDocumentPath(level, field);
    if (field.link) return field.list ? this.matchLinkList(field, path, filter) : this.matchLink(field, path, filter);
    if (field.category === 'object') {
      if (field.list) return this.matchObjectList(level, field, filter);
      return this.matchObject(field, path, filter);
    }
    return field.list ? compileListFilter(field, path, filter) : compileValueFilter(field, path, filter, this.chain);
  }

  private async matchObject(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    const match = await this.compile(embeddedFilterLevel(this.model.shape(field.type), `${path}.`), filter);
    return allowAbsent(allConditions([match, { [path]: { $ne: null } }]), path, filter);
  }

  private matchObjectList(level: FilterLevel, field: Field, filter: FilterInput): Promise<MatchCondition> {
    const path = fieldDocumentPath(level, field);
    const shape = this.model.shape(field.type);
    const elementLevel = embeddedFilterLevel(shape, '');
    const matchSomeElement = (match: MatchCondition): MatchCondition => {
      if (typeof match === 'boolean') return match && { [path]: { $ne: null } };
      return { ...(level.kind && impliedLinkMatch(field, shape, match)), [path]: { $elemMatch: match } };
    };
    return compileQuantifiedFilter(field, filter, { [path]: { $ne: null } }, async (quantifier, operand) => {
      const match = await this.compile(elementLevel, operand);
      if (quantifier === 'every') return negateCondition(matchSomeElement(negateCondition(match)));
      return quantifier === 'none' ? negateCondition(matchSomeElement(match)) : matchSomeElement(match);
    });
  }

  private matchLinkList(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    // Links to hidden entries are hidden, so an entry with no other links counts as one without links.
    const matchVisible = async (): Promise<MatchCondition> => {
      const hiddenLinks = await this.findInvisible(field);
      return { [path]: { $ne: null, ...(hiddenLinks.length > 0 && { $elemMatch: { $nin: hiddenLinks } }) } };
    };
    return compileQuantifiedFilter(field, filter, matchVisible, async (quantifier, operand) => {
      if (quantifier === 'every') {
        const [targets, hiddenLinks] = await Promise.all([this.findTargets(field, operand), this.findInvisible(field)]);
        if (targets === true) return true;
        return { [path]: { $not: { $elemMatch: { $nin: [...(targets || []), ...hiddenLinks] } } } };
      }
      const targets = await this.findTargets(field, operand);
      const condition: MatchCondition =
        typeof targets === 'boolean' ? targets && (await matchVisible()) : { [path]: { $in: targets } };
      return quantifier === 'none' ? negateCondition(condition) : condition;
    });
  }

  private async matchLink(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    const matchesAbsent = evaluateByExistence(filter, false) === true;
    const [targets, invisibleIfAbsent] = await Promise.all([
      this.findTargets(field, filter),
      matchesAbsent ? this.findInvisible(field) : [],
    ]);
    const matchVisible = async () => ({ [path]: { $ne: null, $nin: await this.findInvisible(field) } });
    const linkExists: MatchCondition =
      targets === true ? await matchVisible() : targets && { [path]: { $in: targets } };
    return anyCondition([
      linkExists,
      matchesAbsent && { $or: [{ [path]: null }, { [path]: { $in: invisibleIfAbsent } }] },
    ]);
  }

  /** Returns the values of a link field whose targets are invisible in the view. */
  private findInvisible(field: Field): Promise<string[]> {
    const { members, toInterface } = field.link!;
    return this.memoise(canonicalJson(['unseen', members, toInterface]), async () => {
      const entries = await this.links.findInvisible(members.map((name) => this.model.kind(name).folder));
      return entries.map(({ folder, slug }) => linkValue(field, { folder }, slug));
    });
  }

  /** Returns the link values of the matching targets; true if the filter matches every target. */
  private async findTargets(field: Field, filter: FilterInput): Promise<boolean | string[]> {
    const { members, toInterface } = field.link!;
    return this.memoise(canonicalJson([members, toInterface, filter]), async () => {
      const targets = await Promise.all(
        members.map(async (name) => {
          const kind = this.model.kind(name);
          return { folder: kind.folder, match: await this.compile(entryFilterLevel(kind, toInterface), filter) };
        }),
      );
      // A condition on a field never matches an unlisted entry, even if it matches all listed ones.
      if (targets.every(({ match }) => match === true) && evaluateByExistence(filter, true) === true) return true;
      const entries = await this.links.findTargets(targets, field.name);
      return entries.map(({ folder, slug }) => linkValue(field, { folder }, slug));
    });
  }

  private matchInverse(kind: Kind, inverse: Inverse, filter: FilterInput): Promise<MatchCondition> {
    const origin = inverse.origins[0]!;
    const originKind = this.model.kind(origin.kind);
    const prefix = origin.field.link!.toInterface ? `${kind.folder}/` : '';
    const matchLinked = async (match: LinkMatch): Promise<MatchCondition> => {
      const slugs = await this.links.readLinkValues(originKind.folder, match, {
        path: origin.path,
        prefix,
        inverse: inverse.name,
      });
      // Not `false` if no slug matches: the data must not change the structure of the filter.
      return { _id: { $in: slugs } };
    };
    const { via, ...quantifiers } = filter;
    const matchSome = (operand: FilterInput, negatesEntry = false) =>
      this.memoise(canonicalJson([kind.name, inverse.name, via ?? null, negatesEntry, operand]), async () => {
        const match = await this.compileEntryFilter(originKind, operand);
        return matchLinked({
          entry: negatesEntry ? negateCondition(match) : match,
          link: await this.matchVia(inverse, via),
        });
      });
    if (Object.keys(quantifiers).length === 0) return matchSome({});
    return compileQuantifiedFilter(
      inverse,
      quantifiers,
      () => matchSome({}),
      async (quantifier, operand) => {
        const match = await matchSome(operand, quantifier === 'every');
        return quantifier === 'some' ? match : negateCondition(match);
      },
    );
  }

  private memoise<T extends MatchCondition | string[]>(key: string, compute: () => Promise<T>): Promise<T> {
    const memoised = this.cache.get(key) as Promise<T> | undefined;
    if (memoised) return memoised;
    const result = compute();
    this.cache.set(key, result);
    return result;
  }
}

/** Returns the condition on `links` that a condition on a list element implies, so that an index can be used. */
function impliedLinkMatch(field: Field, shape: Shape, match: Document): Document {
  const names = Object.keys(match).filter((name) => findField(shape, name)?.link && match[name].$in);
  return Object.fromEntries(names.map((name) => [`links.${linkName([field.name, name])}`, match[name]]));
}

/** Extends a condition on an object, so that it also matches if the object is absent and the filter allows that. */
function allowAbsent(match: MatchCondition, path: string, filter: FilterInput): MatchCondition {
  return anyCondition([match, evaluateByExistence(filter, false) === true && { [path]: null }]);
}
