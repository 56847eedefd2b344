import { one } from '../support/live.mts';

describe('a real Label Studio server', () => {
	it('tells its release and edition', async () => {
		expect(await one({ resource: 'server', operation: 'getVersion' })).toMatchObject({ release: expect.stringMatching(/^\d+\.\d+/), edition: expect.any(String) });
	});
});
