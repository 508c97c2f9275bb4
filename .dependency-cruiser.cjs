const anything = '.*';

/** One rule: files under `from` may import nothing but what matches `to`. */
const only = (name, from, to, comment) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to: { path: anything, pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'A cycle is two files that are really one.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		only(
			'domain-is-pure',
			'^src/domain',
			[
				'^src/domain',
				'^node_modules/(zod|luxon|@types/luxon|json-rules-engine|jsonc-parser)/',
				'^(node:)?crypto$',
			],
			'The domain is told everything: no n8n, no HTTP, no clock of its own.',
		),
		only(
			'http-is-a-port',
			'^src/http',
			['^src/http', '^node_modules/axios/', '^(node:)?https?$'],
			'Only the axios adapter leaves the port.',
		),
		only(
			'odoo-knows-no-n8n',
			'^src/odoo',
			['^src/(odoo|http|domain)', '^node_modules/zod/', '^(node:)?(crypto|fs|path)$'],
			'The client serves n8n, the command line and the tests alike.',
		),
		only(
			'advisory-knows-no-odoo',
			'^src/advisory',
			[
				'^src/(advisory|http|domain)',
				'^node_modules/(zod|zod-to-json-schema|luxon|@types/luxon|chrono-node|openai)/',
				'^(node:)?crypto$',
			],
			'Advice is made from the case file alone.',
		),
		only(
			'page-is-plain',
			'^src/page',
			['^src/(page|domain)', '^node_modules/(zod|luxon|@types/luxon|echarts)/', '^(node:)?crypto$'],
			'The page is HTML made out of a case, wherever it is served.',
		),
		only(
			'messages-are-plain',
			'^src/message',
			['^src/(message|page|domain)', '^node_modules/zod/'],
			'A message is text made out of a case, whoever sends it.',
		),
		only(
			'adapters-sit-under-nodes',
			'^src/n8n',
			['^src/', '^node_modules/(zod|n8n-workflow)/', '^(node:)?module$'],
			'Adapter pieces are shared by nodes and know none of them.',
		),
		only(
			'command-line-is-thin',
			'^src/cli',
			['^src/(cli|domain)', '^(node:)?(fs|fs/promises|path|util|process|stream/consumers)$'],
			'It checks what the domain checks, and starts fast: no n8n, no HTTP, no model.',
		),
		{
			name: 'nobody-needs-the-command-line',
			comment: 'It is a way in, as a node is.',
			severity: 'error',
			from: { pathNot: '^src/cli' },
			to: { path: '^src/cli' },
		},
		only(
			'sandbox-is-built-on-the-domain',
			'^sandbox',
			[
				'^sandbox',
				'^src/domain',
				'^node_modules/(zod|luxon|@types/luxon)/',
				'^(node:)?(http|crypto|url)$',
			],
			'The sandbox has its rules from the domain, not from the client that it is there to test.',
		),
		{
			name: 'no-node-knows-another',
			comment: 'What two nodes share lives in src.',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/' },
			to: { path: '^nodes/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'openai-in-one-file',
			comment: 'The model can be reached from one place only.',
			severity: 'error',
			from: { pathNot: '^src/advisory/model/OpenAiModel\\.ts$' },
			to: { path: '^node_modules/openai/' },
		},
		{
			name: 'axios-in-one-file',
			comment: 'Inside n8n its own request helper is used, so that proxies and SSRF rules hold.',
			severity: 'error',
			from: { pathNot: '^src/http/axiosHttpSend\\.ts$' },
			to: { path: '^node_modules/axios/' },
		},
		{
			name: 'echarts-in-one-file',
			comment: 'It is loaded only when a chart is drawn, and its names stay there.',
			severity: 'error',
			from: { pathNot: '^src/page/dashboard/(chartWriter|echartsCommon\\.d)\\.ts$' },
			to: { path: '^node_modules/(echarts|zrender)/' },
		},
		{
			name: 'advice-decides-nothing',
			comment: 'No model output reaches a policy, a vote or an Odoo method.',
			severity: 'error',
			from: { path: '^src/(domain|odoo|page)' },
			to: { path: '^src/advisory' },
		},
		{
			name: 'no-unresolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['require', 'node', 'types', 'default'],
		},
	},
};
