import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';
import jest from 'eslint-plugin-jest';

const typed = {
	languageOptions: {
		parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		'@typescript-eslint/no-floating-promises': 'error',
		'@typescript-eslint/no-misused-promises': 'error',
		'@typescript-eslint/switch-exhaustiveness-check': 'error',
		'@typescript-eslint/no-unnecessary-condition': 'error',
		'@typescript-eslint/consistent-type-imports': 'error',
		'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
		'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
		complexity: ['error', 10],
	},
};

/** Clock, dice and environment come into the domain as arguments. */
const pure = [
	[
		'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
		'Take `now` as an argument.',
	],
	['NewExpression[callee.name="Date"][arguments.length=0]', 'Take `now` as an argument.'],
	[
		'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local|utc)$/][arguments.length=0]',
		'Take `now` as an argument.',
	],
	['MemberExpression[object.name="Math"][property.name="random"]', 'Take chance as an argument.'],
	['Identifier[name="process"]', 'The domain knows no environment.'],
].map(([selector, message]) => ({ selector, message }));

export default [
	{ ignores: ['dist/**', 'coverage/**', '.screenshots/**'] },
	...configWithoutCloudSupport,
	{ files: ['**/*.ts'], ...typed },
	{ files: ['src/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...pure] } },
	{
		// The layers below the nodes do not know n8n's errors; src/n8n/forEachItem.ts translates.
		files: ['src/**/*.ts', 'sandbox/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Programs for a terminal, not parts of a node.
		files: ['scripts/**/*.ts', 'bench/**/*.ts', 'sandbox/**/*.ts', 'test/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
		},
	},
	{
		files: ['test/**/*.ts'],
		plugins: { jest },
		rules: {
			...jest.configs['flat/recommended'].rules,
			'jest/expect-expect': [
				'error',
				{ assertFunctionNames: ['expect*', 'given.**', 'fc.assert'] },
			],
			'max-lines-per-function': 'off',
		},
	},
	{
		// Suites that several tests run, each on a stage of its own.
		files: ['test/**/*.ts'],
		ignores: ['test/**/*.test.ts'],
		rules: { 'jest/no-export': 'off' },
	},
	{
		// Self-hosted, knowingly: docs/decisions/self-hosted-package.md.
		files: ['package.json'],
		rules: { '@n8n/community-nodes/no-runtime-dependencies': 'off' },
	},
];
