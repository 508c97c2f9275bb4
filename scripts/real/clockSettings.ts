import { installDebianPackages } from './debianPackages';

/**
 * What gives a server another clock; how long it waits for things stays as it is. Without the command
 * `faketime`, which would stand between us and the server and end before it.
 */
export async function clockSettings(aheadMinutes = 0): Promise<Record<string, string>> {
	if (aheadMinutes === 0) return {};
	await installDebianPackages('libfaketime', ['libfaketime']);
	return {
		// The loader itself knows what `$LIB` is on this machine.
		LD_PRELOAD: '/usr/$LIB/faketime/libfaketime.so.1',
		// In seconds, where no unit is said.
		FAKETIME: `+${String(Math.round(aheadMinutes * 60))}`,
		FAKETIME_DONT_FAKE_MONOTONIC: '1',
	};
}
