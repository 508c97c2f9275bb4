import fc from 'fast-check';
import { html, trustedHtml } from '../../../src/page/html';

describe('html', () => {
	it.each([
		{
			name: 'text',
			value: `<b title="x">Tom & 'Jerry'</b>`,
			written: '&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/b&gt;',
		},
		{ name: 'a number', value: 0, written: '0' },
		{ name: 'nothing', value: null, written: '' },
		{ name: 'what is not there', value: undefined, written: '' },
		{ name: 'a condition that does not hold', value: false as const, written: '' },
		{ name: 'markup of its own', value: html`<i>${'<'}</i>`, written: '<i>&lt;</i>' },
		{ name: 'a list', value: [html`<i>1</i>`, '<', 2], written: '<i>1</i>&lt;2' },
		{ name: 'what is trusted', value: trustedHtml('<svg/>'), written: '<svg/>' },
	])('writes $name', ({ value, written }) => {
		expect(html`<p>${value}</p>`.toString()).toBe(`<p>${written}</p>`);
	});

	it('lets no text out of its place', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(html`${text}`.toString()).not.toMatch(/[<>"']/);
			}),
		);
	});
});
