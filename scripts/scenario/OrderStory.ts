import type { ReasonCode } from '../../src/domain/case/reasonCodes';
import type { CaseState, Decision, RecordOutcome } from '../../src/domain/case/vocabulary';
import type { ApproverRole, CustomerRole, ProductRole } from './catalogue';

export interface OrderLine {
	/** `null` is a line of free text with a price: Odoo keeps it and confirms no such order. */
	product: ProductRole | null;
	quantity: number;
	/** Price of one, in the company's currency. */
	price: number;
	/** Percent. */
	discount?: number;
}

/** What an approver answers. */
export interface Answer {
	decision: Decision;
	reason?: string;
	/** Needed to reject. */
	reasonCode?: ReasonCode;
}

/** One thing that happens to an order after it was handed in. */
export type Act =
	| { do: 'answer'; who: ApproverRole; on: 'page' | 'odoo'; answer: Answer }
	/** The salesperson changes the first line while somebody is asked. */
	| { do: 'change'; line: Partial<Pick<OrderLine, 'price' | 'discount' | 'quantity'>> }
	/** Nobody answers until the clock runs out. */
	| { do: 'let the time run out' }
	/** The network delivers the webhook once more, byte for byte. */
	| { do: 'repeat the webhook' }
	/** Somebody without the key sends a webhook that names this order. */
	| { do: 'forge a webhook' }
	| { do: 'kill n8n' };

/** How one case has to end. Cases of an order are listed from the first to the last. */
export interface CaseEnd {
	state: CaseState;
	outcome: RecordOutcome;
	/** Who decided; `null` where nobody did. */
	by: ApproverRole | 'policy' | null;
	/** Rungs of the ladder climbed; none unless told. */
	escalations?: number;
}

/** One order from the quotation to its end. */
export interface OrderStory {
	id: string;
	title: string;
	customer: CustomerRole;
	lines: readonly [OrderLine, ...OrderLine[]];
	/** Delivery is promised for the next hours. */
	isUrgent?: boolean;
	/** A draft is the salesperson's own: nobody is asked about it. */
	handedIn: 'as usual' | 'while n8n is down' | 'not at all';
	acts: readonly Act[];
	end: { order: 'sale' | 'sent' | 'draft'; cases: readonly CaseEnd[] };
}
