import type { CheckedFile, PolicySummary } from './checkPolicyText';

/** A document may hold what a terminal would obey. */
const controls = /\p{Cc}/gu;

/** The report for people: one line for a sound policy, or one for each problem of a refused one. */
export function toLines(checked: readonly CheckedFile[]): string {
	const lines = checked.flatMap(({ file, policy, problems, warnings }) => [
		...problems.map(({ path, message }) => [file, path, message].filter(Boolean).join(': ')),
		...(policy ? [`${file}: ok — ${summary(policy)}`] : []),
		...warnings.map((warning) => `${file}: warning: ${warning}`),
	]);
	return lines.map((line) => `${line.replaceAll(controls, '�')}\n`).join('');
}

/** The report for programs. */
export function toJson(checked: readonly CheckedFile[]): string {
	const files = checked.map(({ file, ...report }) => ({
		file,
		ok: report.policy !== null,
		...report,
	}));
	return `${JSON.stringify({ ok: files.every(({ ok }) => ok), files }, null, '\t')}\n`;
}

function summary({ id, version, rules, examples, hash }: PolicySummary): string {
	const passed = `${counted(examples, 'example')} passed`;
	return `policy ${id}, version ${version}, ${counted(rules, 'rule')}, ${passed}, hash ${hash}`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
