import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const CLOCK = 'The domain is pure: it is told the time, it does not ask.';

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'src/dashboard/generated/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 300],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // One interface, several engines: some of them answer at once what others await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['> AwaitExpression', '> CallExpression > AwaitExpression.arguments'].map((awaited) => ({
          selector: `CallExpression[callee.object.name='Promise'] > ArrayExpression ${awaited}`,
          message:
            'Promises before it in the list have no handler while this one is awaited: one that fails ends the process. Put the await into an async function.',
        })),
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
        { selector: "CallExpression[callee.name='Date']", message: CLOCK },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'The domain is pure: the same log gives the same answer.',
        },
      ],
    },
  },
  {
    files: [
      'src/cli/**/*.ts',
      'examples/**',
      'scripts/**',
      'tests/bench/**',
      'tests/e2e/**',
      'tests/simulator/main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/dashboard/**/*.{ts,tsx}'],
    // With its rule that no ref is read or written while rendering.
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Tests send what no caller may, and know what a literal holds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
