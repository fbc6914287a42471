/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Country($slug: Slug!) {\n    country(by: { slug: $slug }) {\n      id\n      title\n      summary\n      capital\n      officialLanguages\n      footnote\n      ...Translated\n      memberOf(first: 20) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      leaflets(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      observedTrends(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      laws(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      ...Figures\n    }\n  }\n": typeof types.CountryDocument,
    "\n  fragment Figures on Country {\n    series {\n      unit\n      indicator {\n        id\n        ...LinkedEntry\n      }\n      latest {\n        period\n        value\n      }\n    }\n  }\n": typeof types.FiguresFragmentDoc,
    "\n  fragment LinkedEntry on Entry {\n    path\n    title\n    ...Translated\n  }\n": typeof types.LinkedEntryFragmentDoc,
    "\n  fragment Translated on Entry {\n    translation {\n      locale\n      missing\n      fellBackTo\n    }\n  }\n": typeof types.TranslatedFragmentDoc,
    "\n  query LeafletDraft($slug: Slug!) {\n    viewer {\n      name\n    }\n    leaflet(slug: $slug) {\n      id\n      slug\n      revision\n      record\n    }\n  }\n": typeof types.LeafletDraftDocument,
    "\n  mutation SaveLeaflet($slug: String!, $changes: LeafletPatch!, $expectedRevision: Int!, $publish: Boolean!) {\n    leafletPatch(slug: $slug, changes: $changes, expectedRevision: $expectedRevision, options: { publish: $publish }) {\n      entry {\n        id\n        revision\n        record\n      }\n      userErrors {\n        path\n        message\n        tip\n      }\n      obstacle {\n        __typename\n        ... on Conflict {\n          revision\n          record\n          fields {\n            path\n            base\n            yours\n            theirs\n          }\n        }\n      }\n    }\n  }\n": typeof types.SaveLeafletDocument,
};
const documents: Documents = {
    "\n  query Country($slug: Slug!) {\n    country(by: { slug: $slug }) {\n      id\n      title\n      summary\n      capital\n      officialLanguages\n      footnote\n      ...Translated\n      memberOf(first: 20) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      leaflets(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      observedTrends(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      laws(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      ...Figures\n    }\n  }\n": types.CountryDocument,
    "\n  fragment Figures on Country {\n    series {\n      unit\n      indicator {\n        id\n        ...LinkedEntry\n      }\n      latest {\n        period\n        value\n      }\n    }\n  }\n": types.FiguresFragmentDoc,
    "\n  fragment LinkedEntry on Entry {\n    path\n    title\n    ...Translated\n  }\n": types.LinkedEntryFragmentDoc,
    "\n  fragment Translated on Entry {\n    translation {\n      locale\n      missing\n      fellBackTo\n    }\n  }\n": types.TranslatedFragmentDoc,
    "\n  query LeafletDraft($slug: Slug!) {\n    viewer {\n      name\n    }\n    leaflet(slug: $slug) {\n      id\n      slug\n      revision\n      record\n    }\n  }\n": types.LeafletDraftDocument,
    "\n  mutation SaveLeaflet($slug: String!, $changes: LeafletPatch!, $expectedRevision: Int!, $publish: Boolean!) {\n    leafletPatch(slug: $slug, changes: $changes, expectedRevision: $expectedRevision, options: { publish: $publish }) {\n      entry {\n        id\n        revision\n        record\n      }\n      userErrors {\n        path\n        message\n        tip\n      }\n      obstacle {\n        __typename\n        ... on Conflict {\n          revision\n          record\n          fields {\n            path\n            base\n            yours\n            theirs\n          }\n        }\n      }\n    }\n  }\n": types.SaveLeafletDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Country($slug: Slug!) {\n    country(by: { slug: $slug }) {\n      id\n      title\n      summary\n      capital\n      officialLanguages\n      footnote\n      ...Translated\n      memberOf(first: 20) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      leaflets(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      observedTrends(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      laws(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      ...Figures\n    }\n  }\n"): (typeof documents)["\n  query Country($slug: Slug!) {\n    country(by: { slug: $slug }) {\n      id\n      title\n      summary\n      capital\n      officialLanguages\n      footnote\n      ...Translated\n      memberOf(first: 20) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      leaflets(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      observedTrends(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      laws(first: 10) {\n        nodes {\n          id\n          ...LinkedEntry\n        }\n      }\n      ...Figures\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figures on Country {\n    series {\n      unit\n      indicator {\n        id\n        ...LinkedEntry\n      }\n      latest {\n        period\n        value\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Figures on Country {\n    series {\n      unit\n      indicator {\n        id\n        ...LinkedEntry\n      }\n      latest {\n        period\n        value\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkedEntry on Entry {\n    path\n    title\n    ...Translated\n  }\n"): (typeof documents)["\n  fragment LinkedEntry on Entry {\n    path\n    title\n    ...Translated\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Translated on Entry {\n    translation {\n      locale\n      missing\n      fellBackTo\n    }\n  }\n"): (typeof documents)["\n  fragment Translated on Entry {\n    translation {\n      locale\n      missing\n      fellBackTo\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeafletDraft($slug: Slug!) {\n    viewer {\n      name\n    }\n    leaflet(slug: $slug) {\n      id\n      slug\n      revision\n      record\n    }\n  }\n"): (typeof documents)["\n  query LeafletDraft($slug: Slug!) {\n    viewer {\n      name\n    }\n    leaflet(slug: $slug) {\n      id\n      slug\n      revision\n      record\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveLeaflet($slug: String!, $changes: LeafletPatch!, $expectedRevision: Int!, $publish: Boolean!) {\n    leafletPatch(slug: $slug, changes: $changes, expectedRevision: $expectedRevision, options: { publish: $publish }) {\n      entry {\n        id\n        revision\n        record\n      }\n      userErrors {\n        path\n        message\n        tip\n      }\n      obstacle {\n        __typename\n        ... on Conflict {\n          revision\n          record\n          fields {\n            path\n            base\n            yours\n            theirs\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveLeaflet($slug: String!, $changes: LeafletPatch!, $expectedRevision: Int!, $publish: Boolean!) {\n    leafletPatch(slug: $slug, changes: $changes, expectedRevision: $expectedRevision, options: { publish: $publish }) {\n      entry {\n        id\n        revision\n        record\n      }\n      userErrors {\n        path\n        message\n        tip\n      }\n      obstacle {\n        __typename\n        ... on Conflict {\n          revision\n          record\n          fields {\n            path\n            base\n            yours\n            theirs\n          }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;