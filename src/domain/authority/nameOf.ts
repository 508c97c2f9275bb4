import type { Approver } from './authority';

/** What an approver is called before it is known who that is. */
export function nameOf(approver: Approver): string {
	switch (approver.kind) {
		case 'user':
			return approver.login;
		case 'group':
			return approver.group;
		case 'field':
			return approver.field;
	}
}
