/** Why there is no model where nobody wants one. */
export const noModel = {
	switchedOff: 'The use of a model is switched off.',
	notAttached: 'No model is attached.',
	noCredential: 'No credential for a model is chosen.',
};
