import { DomainError } from '../errors';
import type { NeededRule } from './commands';

/** A webhook that lacks something or says it in another form. */
export class WebhookMalformedError extends DomainError {
	readonly code = 'WEBHOOK_MALFORMED';
}

/** A webhook that nobody signed who has the key. */
export class WebhookForgedError extends DomainError {
	readonly code = 'WEBHOOK_FORGED';
}

/** A webhook that was signed too long ago, or in the future. */
export class WebhookStaleError extends DomainError {
	readonly code = 'WEBHOOK_STALE';
}

/** Without a key anybody could sign, so nothing is verified and nothing is sent. */
export class SigningKeyMissingError extends DomainError {
	readonly code = 'SIGNING_KEY_MISSING';
}

/** Odoo's clock and ours are so far apart that every webhook would be refused. */
export class ClocksDifferError extends DomainError {
	readonly code = 'CLOCKS_DIFFER';

	/** @param aheadSeconds by how much Odoo's clock is ahead of n8n's; negative when it is behind */
	constructor(aheadSeconds: number, toleranceSeconds: number) {
		const seconds = Math.round(Math.abs(aheadSeconds));
		super(
			`The clock of Odoo is ${seconds} seconds ${aheadSeconds > 0 ? 'ahead of' : 'behind'} that of n8n. ` +
				`An event is refused when it seems older than ${toleranceSeconds} seconds, so none would arrive. ` +
				'Set both clocks right (by NTP, say) and publish again.',
		);
	}
}

/** How Odoo's editor names the triggers. */
const triggerLabels: Readonly<Record<string, string>> = {
	on_create: 'On creation',
	on_write: 'On update',
	on_create_or_write: 'On save',
	on_unlink: 'On deletion',
};

/** The user of the credential may not create the automation rule that brings the events about. */
export class RuleNeededError extends DomainError {
	readonly code = 'RULE_NEEDED';
	/** What an administrator enters who creates or mends the rule by hand. */
	readonly instructions: string;

	/** @param differences what the rule that is there has otherwise; empty when there is none */
	constructor({ name, model, trigger, fields, code }: NeededRule, differences: readonly string[]) {
		super(
			differences.length === 0
				? `Odoo needs an automation rule for this: "${name}". In Odoo, an administrator opens ` +
						'Approvals › Subscriptions and presses Create Rule; then try again. The details say how ' +
						'to create it by hand.'
				: `The automation rule for this, "${name}", is not as needed: ${differences.join('; ')}. In ` +
						'Odoo, an administrator opens Approvals › Subscriptions and presses Create Rule to mend ' +
						'it; then try again. The details say how it has to be.',
		);
		this.instructions = [
			`RULE_NEEDED. In Odoo: Settings › Technical › Automation Rules, as an administrator.`,
			`Name: ${name}`,
			`Model: ${model}`,
			`Trigger: ${triggerLabels[trigger] ?? trigger} (${trigger})`,
			`When updating: ${fields.length === 0 ? 'no field' : fields.join(', ')}`,
			'Before Update Domain and Apply on: empty',
			'Action To Do: Execute Code, just this:',
			code,
		].join('\n');
	}
}
