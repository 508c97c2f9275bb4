import type { CaseView } from '../domain/case/caseView';
import { formatAmount } from '../page/formatAmount';
import { formatInstant } from '../page/formatInstant';
import type { ReadyMessage } from '../domain/case/readyMessage';
import type { MessageContent } from './MessageContent';
import { readyMessage } from './readyMessage';

/** To whom a message goes, and what they can open. */
export interface MessageReader {
	/** IANA zone in which times are written. */
	zone: string;
	areaLabel: string;
	/** Their own link; without one they find the case in Odoo. */
	link: string | null;
	/** Where the case is in Odoo's web client. */
	caseUrl: string;
}

/** A message that asks somebody to decide a case, or that tells a channel of it. */
export function messageAbout(view: CaseView, reader: MessageReader): ReadyMessage {
	return readyMessage(contentOf(view, reader));
}

function contentOf(
	view: CaseView,
	{ zone, areaLabel, link, caseUrl }: MessageReader,
): MessageContent {
	const { recordName, amount, currency, requester, sla, policy, expedited } = view;
	const value = amount === null ? '' : `, ${formatAmount(amount, currency, 'en')}`;
	const due = sla ? [{ label: 'Decide by', value: formatInstant(sla.dueAt, zone, 'en') }] : [];
	const decide = link ? [{ label: 'Look and decide', url: link }] : [];
	return {
		title: `${expedited ? 'Urgent: please' : 'Please'} decide: ${recordName}${value}`,
		facts: [
			{ label: 'Matter', value: areaLabel },
			{ label: 'Requested by', value: requester.name },
			...due,
		],
		reasons: policy.rules.map(({ reason }) => reason),
		sections: [],
		actions: [...decide, { label: 'Open in Odoo', url: caseUrl }],
	};
}
