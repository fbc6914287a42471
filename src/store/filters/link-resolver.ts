import { AppError } from '../../errors.js';
import type { View } from '../../model/visibility.js';
import type { Database } from '../connection/database.js';
import { LINK_TARGET_PATH, type LinkMatch, unwindLinks } from './unwind-links.js';
import type { MatchCondition } from '../documents/match-conditions.js';
import { linkName } from '../documents/kind-plan.js';
import { appendStages, listedEntries, invisibleEntries, unionSources } from '../documents/visibility-pipelines.js';

/** Maximum number of entries that a filter across a link may match. */
export const MAX_LINK_TARGETS = 10_000;

/** A condition on the link targets in a folder. */
export interface LinkTargetMatch {
  folder: string;
  match: MatchCondition;
}

/** Resolves conditions on link targets to slugs, with one command per link. */
export class LinkResolver {
  constructor(
    private readonly database: Database,
    private readonly view: View,
  ) {}

  /** Returns the folders and slugs of the matching entries. @throws AppError TOO_BROAD naming `field` */
  async findTargets(
    targets: readonly LinkTargetMatch[],
    field: string,
    limit = MAX_LINK_TARGETS,
  ): Promise<{ folder: string; slug: string }[]> {
    const possibleTargets = targets.filter(({ match }) => match !== false);
    if (possibleTargets.length === 0) return [];
    const { collection, stages } = unionSources(
      possibleTargets.map(({ folder, match }) =>
        appendStages(listedEntries(folder, match, this.view), {
          $project: { _id: 0, folder: { $literal: folder }, slug: '$_id' },
        }),
      ),
    );
    const entries = await this.database.readBatched<{ folder: string; slug: string }>({
      collection,
      stages: [...stages, { $limit: limit + 1 }],
    });
    return rejectTooBroad(entries, field, limit);
  }

  /** Returns the entries of the folders that are not visible in this view. */
  async findInvisible(folders: readonly string[]): Promise<{ folder: string; slug: string }[]> {
    const sources = folders.flatMap((folder) => {
      const projectStage = { $project: { _id: 0, folder: { $literal: folder }, slug: '$_id' } };
      return invisibleEntries(folder, this.view).map((source) => appendStages(source, projectStage));
    });
    return sources.length > 0 ? this.database.readBatched(unionSources(sources)) : [];
  }

  /**
   * Returns the distinct values of a link in matching entries. @param prefix required prefix of values; it is removed
   * @throws AppError TOO_BROAD naming the inverse field
   */
  async readLinkValues(
    folder: string,
    { entry, link }: LinkMatch,
    { path, prefix, inverse }: { path: readonly string[]; prefix: string; inverse: string },
  ): Promise<string[]> {
    if (entry === false || link === false) return [];
    const linkPath = `links.${linkName(path)}`;
    const match = entry === true ? { [linkPath]: { $ne: null } } : entry;
    const [stages, value] =
      link === true
        ? [[{ $unwind: `$${linkPath}` }], linkPath]
        : [[...unwindLinks(path), { $match: link }], LINK_TARGET_PATH];
    const source = appendStages(listedEntries(folder, match, this.view), ...stages, { $group: { _id: `$${value}` } });
    const rows = await this.database.readBatched<{ _id: string }>(
      appendStages(source, { $limit: MAX_LINK_TARGETS + 1 }),
    );
    return rejectTooBroad(rows, inverse)
      .filter(({ _id }) => _id.startsWith(prefix))
      .map(({ _id }) => _id.slice(prefix.length));
  }
}

function rejectTooBroad<T>(rows: T[], field: string, limit = MAX_LINK_TARGETS): T[] {
  if (rows.length <= limit) return rows;
  throw new AppError(
    'TOO_BROAD',
    `The filter on "${field}" matches more than ${limit.toLocaleString('en')} entries; narrow it.`,
    { field },
  );
}
