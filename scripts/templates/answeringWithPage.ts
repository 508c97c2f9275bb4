import { pageHeaders } from '../../src/page/pageHeaders';
import { conditionOf } from './conditionOf';

/** Fields of Respond to Webhook that show a page of Approval Insights as it came. */
export const answerWithPage = {
	respondWith: 'text',
	responseBody: '={{ $json.html }}',
	options: {
		responseCode: '={{ $json.statusCode }}',
		responseHeaders: {
			entries: Object.keys(pageHeaders).map((name) => ({
				name,
				value: `={{ $json.headers["${name}"] }}`,
			})),
		},
	},
};

/** Where there is one, the visitor has been told; the execution then fails, so that others hear of it. */
export const hasNoFailure = conditionOf({
	id: 'd7a4b1de-2c55-4f4b-9b8e-7f0a52c7c1a3',
	leftValue: '={{ $json.failure === null }}',
	is: true,
});

/** Fields of Stop and Error. */
export const stopWithFailure = {
	errorType: 'errorMessage',
	errorMessage: '={{ $json.failure.code }}: {{ $json.failure.message }}',
};
