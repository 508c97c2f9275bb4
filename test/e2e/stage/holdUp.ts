import type { HttpProxy, ProxiedRequest, ProxyHooks } from '../../../scripts/real/HttpProxy';

/** A request that got as far as the proxy and no further. */
export interface HeldUp {
	/** Settled when a request is held. */
	reached: Promise<ProxiedRequest>;
	/** Lets it go on, and all that come after it. */
	letGo(): void;
}

/**
 * Holds up requests at a proxy.
 *
 * @param moment before the request goes on to its target, or before its answer goes back
 */
export function holdUp(
	proxy: HttpProxy,
	moment: keyof ProxyHooks,
	isMeant: (request: ProxiedRequest) => boolean,
): HeldUp {
	let letGo = () => {};
	const gone = new Promise<undefined>((resolve) => {
		letGo = () => {
			proxy.hooks = {};
			resolve(undefined);
		};
	});
	const reached = new Promise<ProxiedRequest>((resolve) => {
		const hold = async (request: ProxiedRequest) => {
			if (!isMeant(request)) return undefined;
			resolve(request);
			return await gone;
		};
		proxy.hooks = { [moment]: hold };
	});
	return { reached, letGo };
}

/** The call to Odoo that opens a case, and here also decides and applies it. */
export function isOpening({ body }: ProxiedRequest): boolean {
	return body.includes('"command":"open"');
}

/** Answers every request itself with "unavailable", until told to stop. */
export function closeProxy(proxy: HttpProxy): () => void {
	proxy.hooks = { onRequest: async () => await Promise.resolve(503) };
	return () => {
		proxy.hooks = {};
	};
}
