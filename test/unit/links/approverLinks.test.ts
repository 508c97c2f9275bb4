import { approverLinks } from '../../../src/n8n/approverPage/approverLinks';
import { readLink } from '../../../src/domain/links/links';
import { caseWith } from '../../kit/sampleCase';

const key = { id: 'key-1', key: 'unit-tests-sign-with-this-long-key' };
const resumeUrl = 'https://n8n.example.com/webhook-waiting/5?signature=abc';
const now = new Date('2026-03-02T08:00:00.000Z');

function linksOf(pageUrl: string | null): URL[] {
	const links = approverLinks(caseWith({ pageUrl }), resumeUrl, key, { days: 2, now });
	return links.map(({ url }) => new URL(url));
}

describe('approverLinks', () => {
	it.each([
		{
			name: "the relay's page",
			pageUrl: 'https://n8n.example.com/webhook/r/odoo-approvals/page',
			address: 'https://n8n.example.com/webhook/r/odoo-approvals/page',
		},
		{ name: 'the execution without a relay', pageUrl: null, address: resumeUrl },
		{
			name: 'the execution when the page is on another host',
			pageUrl: 'https://elsewhere.example.com/webhook/r/odoo-approvals/page',
			address: resumeUrl,
		},
	])('lead to $name', ({ pageUrl, address }) => {
		const bare = linksOf(pageUrl).map((url) => {
			url.searchParams.delete('approval');
			return url.href;
		});
		expect(bare).toEqual([address, address]);
	});

	it('give everyone leave for themselves, for this round, for so many days', () => {
		const claims = linksOf(null).map((url) =>
			readLink(url.searchParams.get('approval'), [key], now.toISOString()),
		);
		const exp = Date.parse('2026-03-04T08:00:00.000Z') / 1000;
		expect(claims).toEqual([
			{ case: 7, step: 0, round: 1, actor: 11, fp: 'f'.repeat(16), exp },
			{ case: 7, step: 0, round: 1, actor: 12, fp: 'f'.repeat(16), exp },
		]);
	});
});
