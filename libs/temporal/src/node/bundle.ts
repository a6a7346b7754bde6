import { FAILURE_CONVERTER } from './data-converter.ts';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Bundles a workflow from its sources or its build, whichever `conditions` the caller runs under. */
export function bundleWorkflows(workflowsPath: string): Promise<WorkflowBundleWithSourceMap> {
  const fromSource = workflowsPath.endsWith('.ts');
  return bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: [...(fromSource ? ['@redress/source'] : []), '...'],
      },
    }),
  });
}
