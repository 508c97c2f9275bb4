import type { z } from 'zod';
import type { AdviceProfile } from '../../domain/advice/adviceProfile';
import type { FactDeclaration } from '../../domain/areas/Area';
import type { Facts, RecordSection, requesterSectionSchema } from '../../domain/case/caseFile';
import { inWords } from '../../domain/inWords';
import type { PolicyResult } from '../../domain/policy/policyResult';

/** The sections of a case file that a summary is made from. */
export interface SummarizedCase {
	record: RecordSection;
	facts: Facts;
	policy: PolicyResult;
	requester?: z.infer<typeof requesterSectionSchema> | undefined;
}

/** What is known about all cases of an area. */
export interface AreaDescription {
	label: string;
	profile: AdviceProfile;
	facts: Readonly<Record<string, FactDeclaration>>;
}

/** What people call a fact: its label, or its name as words. */
export function factLabel({ facts }: Pick<AreaDescription, 'facts'>, name: string): string {
	return Object.hasOwn(facts, name) ? (facts[name]?.label ?? inWords(name)) : inWords(name);
}
