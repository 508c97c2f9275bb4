import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { parseSigningKeys } from './signingKeysFrom';

/** Tests a signing credential: there is no server to ask, so its keys are looked at. */
export async function approvalSigningTest({
	data,
}: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	try {
		parseSigningKeys(data);
		return await Promise.resolve({
			status: 'OK',
			message: 'The keys are long enough to sign with',
		});
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
}
