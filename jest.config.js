/** @returns {import('jest').Config} one project of the suite: the tests under `test/<name>` */
const project = (name, extra = {}) => ({
	displayName: name,
	rootDir: __dirname,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	...extra,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: [project('unit'), project('contract'), project('workflow'), project('e2e')],
	testTimeout: 30_000,
};
