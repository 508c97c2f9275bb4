import { assertHostVersion, HostTooOldError } from '../../../src/n8n/assertHostVersion';

describe('assertHostVersion', () => {
	it.each(['2.39.0', '2.40.3', '3.0.0'])('takes n8n %s', (version) => {
		const warn = jest.fn();
		assertHostVersion({ warn }, version);
		expect(warn).toHaveBeenCalledTimes(0);
	});

	it.each(['2.38.9', '1.120.4'])('refuses n8n %s, which would lose decisions', (version) => {
		expect(() => {
			assertHostVersion({ warn: jest.fn() }, version);
		}).toThrow(HostTooOldError);
	});

	it.each([null, 'next'])('goes on with a warning where the version is %s', (version) => {
		const warn = jest.fn();
		assertHostVersion({ warn }, version);
		expect(warn).toHaveBeenCalledTimes(1);
	});

	it('finds the version of the n8n that is under these tests', () => {
		const warn = jest.fn();
		assertHostVersion({ warn });
		expect(warn).toHaveBeenCalledTimes(0);
	});
});
