import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given. */
export interface MailServer {
	port: number;
	/** Mails with their attachments; oldest first. */
	received: Email[];
	close: () => Promise<void>;
}

/** Takes mail from whoever sends without logging in. */
export async function startMailServer(): Promise<MailServer> {
	const received: Email[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			buffer(stream)
				.then(async (mail) => await PostalMime.parse(mail, { attachmentEncoding: 'utf8' }))
				.then((mail) => received.push(mail))
				.then(() => {
					done();
				}, done);
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		port,
		received,
		close: async () => {
			await new Promise<void>((resolve) => {
				server.close(resolve);
			});
		},
	};
}
