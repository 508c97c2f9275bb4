import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';

const docs = join(__dirname, '../../../docs');

describe('the policy in the documentation', () => {
	it('is sound and agrees with its examples', async () => {
		const page = await readFile(join(docs, 'policy.md'), 'utf8');
		const [, document = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
		expect(await parsePolicy(JSON.parse(document))).toMatchObject({ id: 'sales-order-release' });
	});
});
