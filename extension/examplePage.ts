/** The page that *Open Example Page* shows: two faults that everybody makes, each explained where it stands. Plain data. */
export const examplePage = `# Parcel tracking: what a scan costs

\`\`\`mermaid
flowchart LR
    scans["Scanners<br/>2,900 scans/s"] --> track[Tracking API (Go 1.24, 10 pods)]
    track -->|p99 45 ms| store[("ScyllaDB 6.1<br/>9 nodes")]
\`\`\`

| Item | Cost, $K/month |
| --- | ---: |
| Compute: 10 pods | 9.7 |
| ScyllaDB: 9 nodes | 9.0 |
| Network: 120 TB | 4.1 |
| **Total** | **25.8** |
`;
