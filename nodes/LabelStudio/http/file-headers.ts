/** The name in `attachment; filename="a.json"` or in the header that Label Studio adds: `filename: a.json` (export, 1.23.2). Folders are left out. */
export const fileName = (headers: Record<string, unknown>): string | undefined => {
	const disposition = String(headers['content-disposition'] ?? '');
	const name = typeof headers.filename === 'string' ? headers.filename : /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(disposition)?.[1];
	return name?.split('/').at(-1);
};

/** Label Studio names the types of its exports after their endings: `application/.json`. Seen in 1.23.2. */
export const mimeType = (headers: Record<string, unknown>): string | undefined => {
	const type = String(headers['content-type'] ?? '').split(';')[0]?.trim().replace('/.', '/');
	return type === 'application/csv' ? 'text/csv' : type || undefined;
};
