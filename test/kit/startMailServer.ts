import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that keeps what it is given. */
export interface MailServer {
	port: number;
	/** Mails as they came, headers and all; oldest first. */
	received: string[];
	close: () => Promise<void>;
}

/** As much of SMTP as one who sends without logging in needs. */
export async function startMailServer(): Promise<MailServer> {
	const received: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		attend(socket, (mail) => received.push(mail));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		received,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function attend(socket: Socket, keep: (mail: string) => void): void {
	const say = (line: string) => socket.write(`${line}\r\n`);
	let unread = '';
	let isMail = false;
	socket.setEncoding('utf8').on('data', (chunk: string) => {
		unread += chunk;
		for (;;) {
			const end = isMail ? '\r\n.\r\n' : '\r\n';
			const at = unread.indexOf(end);
			if (at < 0) return;
			const said = unread.slice(0, at);
			unread = unread.slice(at + end.length);
			if (isMail) keep(said);
			const wasMail = isMail;
			isMail = !wasMail && /^DATA$/i.test(said);
			if (isMail) say('354 Go on');
			else if (/^QUIT$/i.test(said)) socket.end('221 Bye\r\n');
			else say('250 OK');
		}
	});
	say('220 127.0.0.1 ready');
}

/** What is attached under a name, as text. */
export function attachmentIn(mail: string, fileName: string): string | undefined {
	const part = mail
		.split(/^--.*$/m)
		.find((one) => one.includes(`filename=${fileName}`) || one.includes(`filename="${fileName}"`));
	const body = part?.split('\r\n\r\n').slice(1).join('');
	return body === undefined ? undefined : Buffer.from(body, 'base64').toString('utf8');
}
