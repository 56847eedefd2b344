/** Live operations that the suites do not call on the real server, each with the reason. */
export const notCalled: Readonly<Record<string, string>> = {};
