declare module 'moment-business-time' {
	import type { Moment, MomentInput } from 'moment';

	interface WorkingMoment extends Moment {
		addWorkingTime(amount: number, unit: 'minutes'): WorkingMoment;
	}

	interface MomentWithWorkingTime {
		(input: MomentInput): WorkingMoment;
		updateLocale(name: string, settings: object): unknown;
	}

	const moment: MomentWithWorkingTime;
	export default moment;
}
