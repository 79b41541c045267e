/** What is deployed: Compose files, Kubernetes manifests and Terraform plans as an architecture by planes. */
import { emitDeployment } from './deployment/emit.ts';
import { readDeployment } from './deployment/read.ts';
import { defineSource, usualMostBytes } from './source.ts';

export const deployment = defineSource({
  id: 'deployment',
  title: 'Deployment files',
  reads: 'docker-compose files, Kubernetes manifests, and Terraform plans or states (terraform show -json)',
  makes: 'an architecture diagram coloured by plane, with images, versions, replicas, limits and ports, and a table of the components', // prettier-ignore
  files: ['*compose*.yml', '*compose*.yaml', '*.yaml', '*.yml', '*.json', '*.tfplan.json'],
  mostBytes: usualMostBytes,
  options: [],
  detect({ head, name }) {
    if (/^\s*\{/.test(head)) {
      if (/"terraform_version"\s*:/.test(head) && /"(?:planned_values|values|format_version)"\s*:/.test(head))
        return 0.95;
      return /"apiVersion"\s*:/.test(head) && /"kind"\s*:/.test(head) ? 0.9 : 0;
    }
    if (/^apiVersion:\s*\S/m.test(head) && /^kind:\s*\S/m.test(head)) return 0.95;
    if (!/^services:\s*(?:#.*)?$/m.test(head) || !/^\s+(?:image|build):/m.test(head)) return 0;
    return name.includes('compose') ? 0.95 : 0.9;
  },
  parse: readDeployment,
  emit: emitDeployment,
});
