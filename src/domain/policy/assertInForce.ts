import { endOf, readDate } from './days';
import { PolicyNotInForceError } from './errors';
import { zoneOf } from './operands';
import type { Policy } from './policy';

/**
 * @param now ISO 8601
 * @throws {PolicyNotInForceError} the policy is not valid yet, or not any more
 */
export function assertInForce(policy: Policy, now: string): void {
	const { id, version, validFrom, validUntil } = policy;
	const zone = zoneOf(policy);
	const instant = readDate(now, zone);
	const from = readDate(validFrom, zone);
	if (from && (!instant || instant < from)) {
		throw new PolicyNotInForceError(
			`The policy "${id}", version ${version}, is valid from ${validFrom} on, and it is ${now}. Give the node the version that is in force`,
		);
	}
	const until = readDate(validUntil, zone);
	if (validUntil !== undefined && until && (!instant || instant > endOf(validUntil, until))) {
		throw new PolicyNotInForceError(
			`The policy "${id}", version ${version}, was valid until ${validUntil}, and it is ${now}. Give the node a version that is in force`,
		);
	}
}
