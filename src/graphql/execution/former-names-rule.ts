import { type ASTNode, type ASTVisitor, getNamedType, GraphQLError, Kind as Node, type ValidationRule } from 'graphql';
import { formerNames } from '../../contract/former-names.js';
import type { Model } from '../../model/model.js';

/** Returns a validation rule that rejects former names of fields, types and enum values, with the current name. */
export function formerNamesRule(model: Model): ValidationRule {
  const names = formerNames(model);
  return (context): ASTVisitor => {
    const report = (subject: string, currentName: string | undefined, node: ASTNode) => {
      if (currentName === undefined) return;
      context.reportError(new GraphQLError(`${subject} is now called "${currentName}".`, { nodes: [node] }));
    };
    return {
      [Node.FIELD]: (node) => {
        const type = context.getParentType();
        report(`Field "${type}.${node.name.value}"`, names.currentField(type, node.name.value), node);
      },
      [Node.OBJECT_FIELD]: (node) => {
        const type = getNamedType(context.getParentInputType() ?? undefined);
        report(`Field "${type}.${node.name.value}"`, names.currentField(type, node.name.value), node);
      },
      [Node.NAMED_TYPE]: (node) =>
        report(`Type "${node.name.value}"`, names.currentType(context.getSchema(), node.name.value), node),
      [Node.ENUM]: (node) => {
        const type = getNamedType(context.getInputType() ?? undefined);
        report(`Value "${node.value}" of "${type}"`, names.currentValue(type, node.value), node);
      },
    };
  };
}
