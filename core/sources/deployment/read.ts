/** Reads whatever says what is deployed: a Compose file, Kubernetes manifests, a Terraform plan. */
import type { Read, SourceInput, Steps } from '../source.ts';
import { entriesAt, fieldOf, textAt } from '../tree/model.ts';
import { readTrees } from '../tree/read.ts';
import { readCompose } from './compose.ts';
import { readKubernetes } from './kubernetes.ts';
import type { Deployment } from './model.ts';
import { readTerraform } from './terraform.ts';

/** More boxes than anybody can take in. */
const mostParts = 80;
const mostLinks = 300;

export function* readDeployment({ text }: SourceInput): Steps<Read<Deployment>> {
  const trees = yield* readTrees(text);
  if ('problem' in trees) {
    const isTemplate = /\{\{[-\s]*(?:\.|include|template|if|range|with|toYaml)/.test(text.slice(0, 1_000_000));
    return isTemplate ? { ...trees, problem: `${trees.problem}. This is a template: make manifests of it with helm template first` } : trees; // prettier-ignore
  }
  const [root] = trees;
  if (root === undefined) return { problem: 'there is nothing in it', line: undefined };
  const deployment = fieldOf(root, 'terraform_version') ?? fieldOf(root, 'planned_values') ? readTerraform(root) : entriesAt(root, 'services').length > 0 ? readCompose(root) : readKubernetes(trees); // prettier-ignore
  if ('problem' in deployment) return deployment;
  const { parts, links } = deployment;
  if (parts.length === 0) {
    const isKnown = trees.some((tree) => textAt(tree, 'kind') !== '') || deployment.others > 1;
    return {
      problem: isKnown
        ? 'nothing in it runs, keeps or admits anything: there is no component to draw'
        : 'this is neither a Compose file (services), nor Kubernetes manifests (kind), nor a Terraform plan (planned_values)',
      line: root.line,
    };
  }
  if (parts.length > mostParts || links.length > mostLinks) {
    return { problem: `it has ${parts.length} components and ${links.length} links, and at most ${mostParts} and ${mostLinks} can be read as one diagram: choose a part of it`, line: root.line }; // prettier-ignore
  }
  return { model: deployment };
}
