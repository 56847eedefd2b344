// The floor that n8n allows: one expression, credentials taken once, eight calls at once, nothing else.
const concurrency = 8;

class Bare {
	description = {
		displayName: 'Bare',
		name: 'bare',
		group: ['input'],
		version: 1,
		description: 'One authenticated call for each item',
		defaults: { name: 'Bare' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'labelStudioApi', required: true }],
		properties: [{ displayName: 'ID', name: 'id', type: 'string', default: '' }],
	};

	async execute() {
		const items = this.getInputData();
		const data = await this.getCredentials('labelStudioApi');
		const results = new Array(items.length);
		let next = 0;
		const worker = async () => {
			while (next < items.length) {
				const item = next++;
				const url = `${data.baseUrl}/api/annotations/${this.getNodeParameter('id', item)}/`;
				const json = await this.helpers.httpRequestWithAuthentication.call(this, 'labelStudioApi', { method: 'GET', url, json: true }, { credentialsDecrypted: { data } });
				results[item] = { json, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: concurrency }, worker));
		return [results];
	}
}

module.exports = { Bare };
