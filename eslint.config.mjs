import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may build on whom: each layer names the layers it may import. Every line is proven by a probe that breaks it. */
const LAYERS = {
  policy: [],
  contracts: ['policy'],
  packs: ['policy'],
  db: ['policy'],
  bus: ['policy', 'contracts', 'db'],
  temporal: ['policy', 'contracts', 'db'],
  'service-kit': ['policy', 'contracts', 'db'],
  testkit: ['policy', 'db', 'service-kit'],
  scenario: ['policy', 'contracts', 'packs', 'db', 'bus', 'temporal'],
  workflow: ['policy', 'contracts', 'temporal'],
  worker: ['policy', 'contracts', 'db', 'temporal', 'service-kit', 'workflow'],
  service: ['policy', 'contracts', 'packs', 'db', 'bus', 'temporal', 'service-kit', 'testkit'],
  engines: [],
  deploy: [
    'policy',
    'contracts',
    'db',
    'bus',
    'temporal',
    'scenario',
    'testkit',
    'workflow',
    'engines',
    'deploy',
    'service-kit',
    'packs',
  ],
  bench: ['db', 'bus', 'temporal', 'contracts', 'scenario', 'engines', 'deploy'],
};

/** Libraries that only one layer knows. */
const KEPT_BY = {
  kafkajs: ['bus', 'engines', 'bench'],
  typeorm: ['db', 'service'],
  '@node-rs/argon2': ['service'],
  yaml: ['packs'],
  'date-holidays': ['packs'],
  'ical.js': ['packs'],
};
/** The sandbox of the workflows and the rules know no server library at all. */
const SERVER_ONLY = [
  '@nestjs/*',
  'pg',
  'pino',
  'typeorm',
  'kafkajs',
  'zod',
  'jose',
  '@temporalio/client',
  '@temporalio/worker',
];

function bannedIn(layer) {
  const kept = Object.entries(KEPT_BY)
    .filter(([, keepers]) => !keepers.includes(layer))
    .map(([name]) => name);
  return layer === 'policy' || layer === 'workflow' ? [...new Set([...kept, ...SERVER_ONLY])] : kept;
}

const depConstraints = Object.entries(LAYERS).map(([layer, onto]) => ({
  sourceTag: `layer:${layer}`,
  onlyDependOnLibsWithTags: onto.map((name) => `layer:${name}`),
  bannedExternalImports: bannedIn(layer),
}));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.redress/**', '**/*.cjs'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['services/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@redress/testkit', message: 'Only specs and their fixtures know the testkit.' }] },
      ],
    },
  },
  {
    files: ['libs/policy/src/**/*.ts', 'workflows/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'workflows/worker/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Rules and processes know no machine.' }] },
      ],
    },
  },
  {
    files: ['libs/policy/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.builder.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'console', 'require'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Rules have no clock: take the instant as an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Rules have no clock: take the instant as an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Rules are deterministic.',
        },
      ],
    },
  },
);
