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
  private readonly resolved = new Map<string, Promise<MatchCondition | string[]>>();

  constructor(
    private readonly model: Model,
    private readonly links: LinkResolver,
    private readonly chain: LocaleChain,
    private readonly role: Role,
  ) {}

  /**
   * Compiles a filter. @param onInterface whether `entryKind` is a condition, as in a filter on an interface
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
    const { via, ...ofEntry } = dropNullConditions(filter) ?? {};
    return { entry: await this.compileEntryFilter(kind, ofEntry), link: await this.via(inverse, via) };
  }

  private async via(inverse: Inverse, condition: unknown): Promise<MatchCondition> {
    const shape = filterableLinkContainer(this.model, inverse);
    if (!shape || !condition) return true;
    return this.compile(embeddedFilterLevel(shape, `${LINK_OBJECT_PATH}.`), condition as FilterInput);
  }

  private async compile(level: FilterLevel, filter: FilterInput): Promise<MatchCondition> {
    return allConditions(await Promise.all(splitFilter(filter).map((part) => this.part(level, part))));
  }

  private async part(level: FilterLevel, part: FilterPart): Promise<MatchCondition> {
    if (part.operator === 'and')
      return allConditions(await Promise.all(part.parts.map((nested) => this.compile(level, nested))));
    if (part.operator === 'or')
      return anyCondition(await Promise.all(part.parts.map((nested) => this.compile(level, nested))));
    if (part.operator === 'not') return negateCondition(await this.compile(level, part.part));
    // The caller has already tested whether the link exists.
    if (part.operator === 'exists') return part.expected;
    const { name, condition } = part;
    if (level.byInterface && name === 'entryKind') return kindMatchesFilter(level.kind!, condition);

    const field = findField(level.shape, name);
    if (field) {
      rejectWithheldFields(this.model, this.role, [field]);
      return this.field(level, field, condition);
    }
    const inverse = level.kind?.inverses.find((candidate) => candidate.name === name && !candidate.mixed);
    if (inverse && !inverse.origins.every((origin) => mayReadLinkOrigin(this.model, this.role, origin))) {
      throw accessDeniedError(this.role, `"${name}" is not available for the role ${this.role}; remove it.`);
    }
    if (inverse) return this.inverse(level.kind!, inverse, condition);
    throw new AppError('BAD_FILTER', `${level.shape.name} has no filter on "${name}".`);
  }

  private field(level: FilterLevel, field: Field, filter: FilterInput): Promise<MatchCondition> | MatchCondition {
    const path = fieldDocumentPath(level, field);
    if (field.link) return field.list ? this.linkList(field, path, filter) : this.link(field, path, filter);
    if (field.category === 'object') {
      if (field.list) return this.objectList(level, field, filter);
      return this.object(field, path, filter);
    }
    return field.list ? compileListFilter(field, path, filter) : compileValueFilter(field, path, filter, this.chain);
  }

  private async object(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    const match = await this.compile(embeddedFilterLevel(this.model.shape(field.type), `${path}.`), filter);
    return orAbsent(allConditions([match, { [path]: { $ne: null } }]), path, filter);
  }

  private objectList(level: FilterLevel, field: Field, filter: FilterInput): Promise<MatchCondition> {
    const path = fieldDocumentPath(level, field);
    const shape = this.model.shape(field.type);
    const element = embeddedFilterLevel(shape, '');
    const matchSomeElement = (match: MatchCondition): MatchCondition => {
      if (typeof match === 'boolean') return match && { [path]: { $ne: null } };
      return { ...(level.kind && impliedLinkMatch(field, shape, match)), [path]: { $elemMatch: match } };
    };
    return compileQuantifiedFilter(field, filter, { [path]: { $ne: null } }, async (quantifier, inner) => {
      const match = await this.compile(element, inner);
      if (quantifier === 'every') return negateCondition(matchSomeElement(negateCondition(match)));
      return quantifier === 'none' ? negateCondition(matchSomeElement(match)) : matchSomeElement(match);
    });
  }

  private linkList(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    // Links to hidden entries are hidden, so an entry with no other links counts as one without links.
    const exists = async (): Promise<MatchCondition> => {
      const invisible = await this.invisible(field);
      return { [path]: { $ne: null, ...(invisible.length > 0 && { $elemMatch: { $nin: invisible } }) } };
    };
    return compileQuantifiedFilter(field, filter, exists, async (quantifier, inner) => {
      if (quantifier === 'every') {
        const [targets, invisible] = await Promise.all([this.targets(field, inner), this.invisible(field)]);
        if (targets === true) return true;
        return { [path]: { $not: { $elemMatch: { $nin: [...(targets || []), ...invisible] } } } };
      }
      const targets = await this.targets(field, inner);
      const some: MatchCondition =
        typeof targets === 'boolean' ? targets && (await exists()) : { [path]: { $in: targets } };
      return quantifier === 'none' ? negateCondition(some) : some;
    });
  }

  private async link(field: Field, path: string, filter: FilterInput): Promise<MatchCondition> {
    const matchesAbsent = evaluateByExistence(filter, false) === true;
    const [targets, invisibleIfAbsent] = await Promise.all([
      this.targets(field, filter),
      matchesAbsent ? this.invisible(field) : [],
    ]);
    const matchVisible = async () => ({ [path]: { $ne: null, $nin: await this.invisible(field) } });
    const linkExists: MatchCondition =
      targets === true ? await matchVisible() : targets && { [path]: { $in: targets } };
    return anyCondition([
      linkExists,
      matchesAbsent && { $or: [{ [path]: null }, { [path]: { $in: invisibleIfAbsent } }] },
    ]);
  }

  /** Returns the values of a link field that lead to entries that the view does not show. */
  private invisible(field: Field): Promise<string[]> {
    const { members, toInterface } = field.link!;
    return this.memoise(canonicalJson(['unseen', members, toInterface]), async () => {
      const invisible = await this.links.findInvisible(members.map((name) => this.model.kind(name).folder));
      return invisible.map(({ folder, slug }) => linkValue(field, { folder }, slug));
    });
  }

  /** Returns the link values of the matching targets; true if the filter matches every target. */
  private async targets(field: Field, filter: FilterInput): Promise<boolean | string[]> {
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
      const found = await this.links.findTargets(targets, field.name);
      return found.map(({ folder, slug }) => linkValue(field, { folder }, slug));
    });
  }

  private inverse(kind: Kind, inverse: Inverse, filter: FilterInput): Promise<MatchCondition> {
    const origin = inverse.origins[0]!;
    const originKind = this.model.kind(origin.kind);
    const prefix = origin.field.link!.toInterface ? `${kind.folder}/` : '';
    const matchLinked = async (match: LinkMatch): Promise<MatchCondition> => {
      const slugs = await this.links.linkValues(originKind.folder, match, {
        path: origin.path,
        prefix,
        inverse: inverse.name,
      });
      // Not `false` if no slug matches: the data must not change the structure of the filter.
      return { _id: { $in: slugs } };
    };
    const { via, ...quantifiers } = filter;
    const some = (inner: FilterInput, negatesEntry = false) =>
      this.memoise(canonicalJson([kind.name, inverse.name, via ?? null, negatesEntry, inner]), async () => {
        const entry = await this.compileEntryFilter(originKind, inner);
        return matchLinked({
          entry: negatesEntry ? negateCondition(entry) : entry,
          link: await this.via(inverse, via),
        });
      });
    if (Object.keys(quantifiers).length === 0) return some({});
    return compileQuantifiedFilter(
      inverse,
      quantifiers,
      () => some({}),
      async (quantifier, inner) => {
        const match = await some(inner, quantifier === 'every');
        return quantifier === 'some' ? match : negateCondition(match);
      },
    );
  }

  private memoise<T extends MatchCondition | string[]>(key: string, work: () => Promise<T>): Promise<T> {
    const memoised = this.resolved.get(key) as Promise<T> | undefined;
    if (memoised) return memoised;
    const result = work();
    this.resolved.set(key, result);
    return result;
  }
}

/** Returns the condition on `links` that a condition on a list element implies, so that an index can be used. */
function impliedLinkMatch(field: Field, shape: Shape, match: Document): Document {
  const names = Object.keys(match).filter((name) => findField(shape, name)?.link && match[name].$in);
  return Object.fromEntries(names.map((name) => [`links.${linkName([field.name, name])}`, match[name]]));
}

/** Extends a condition on an object, so that it also matches if the object is absent and the filter allows that. */
function orAbsent(present: MatchCondition, path: string, filter: FilterInput): MatchCondition {
  return anyCondition([present, evaluateByExistence(filter, false) === true && { [path]: null }]);
}
