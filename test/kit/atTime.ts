import type { Execution } from './n8n/Execution';

/** Sets the clock; everything but the clock goes on as it does. `jest.useRealTimers` takes it back. */
export function atTime(now: Date | number | string): void {
	jest.useFakeTimers({
		now: new Date(now),
		doNotFake: [
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'setImmediate',
			'clearImmediate',
			'setInterval',
			'clearInterval',
			'setTimeout',
			'clearTimeout',
		],
	});
}

/** Sets the clock to when an execution is due. */
export function atDueTime({ waitTill }: Execution): void {
	atTime(waitTill ?? 0);
}
