/** The static list of issues in, the same with a query box and facets out. */
export {};
