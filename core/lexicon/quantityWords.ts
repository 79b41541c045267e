/** Words in the names of amounts: which say nothing, which name a measure of anything, and which tell two alike apart. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** They change nothing about what is named: "total cost of the feed cache" is the feed cache's. In the singular. */
export const emptyWords = words(`
  the a an of and for in on to at by with its our all is are was
  cost price spend spending expense monthly annual annually yearly daily weekly hourly quarterly month year day overall`);

/** They name a measure, or a part that every system has: a name of nothing else may be that of another thing. In the singular. */
export const measureWords = words(`
  accuracy age alert amount api app application availability balancer bandwidth batch bill blast broker budget cache capacity cdn change
  client cloud cluster complexity component compute connection consumer container coverage cpu customer data database db delay detection
  development disk downtime duration effort employee engineer engineering error event failure figure file frontend backend gateway gpu
  growth hardware headcount hit host impact incident income index infrastructure instance interval investment job key lag latency layer
  level license licensing limit load loss machine maintenance margin memory message metric miss mitigation model monitoring network
  networking node number object operation operational order other misc outage overhead page partition payback payment people percentage
  performance period person phase platform pod pool processing producer profit project queue quality query radius ram rate ratio record
  recovery redundancy region replica request resolution resource response result retry revenue risk roi row rto rpo saving scale scope
  score search security server service session severity shard share size sla slo software ssd staff storage store stream support system
  table target task team thread threshold throughput tier time timeline timeout tool topic total traffic training transaction transfer
  uptime usage user utilisation utilization value version vm volume window worker zone mttr mttd mtbf`);

/** When it holds, told by words. */
export const stageWords = words(`
  before after current currently previous previously old new original initial initially final baseline today now future past early late
  legacy modern target goal planned plan projected projection expected estimated estimate forecast actual measured achieved potential
  possible optimized optimised unoptimized optimization optimisation without pre post-migration pre-migration pre-optimization
  post-optimization migration migrated transition cutover rollout launch incident outage attack recovery during phase stage era
  january february march april june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4`);

/** Of which, for whom, or how it is measured. */
export const tellingWords = words(`
  peak off-peak average avg mean median typical normal max maximum min minimum worst best limit threshold alert warning critical sla slo
  quota cap burst sustained steady idle p50 p75 p90 p95 p99 p999
  small medium large enterprise startup tiny mega basic standard premium pro free paid smb
  east west north south us usa eu europe european asia apac emea america americas global regional local international india china japan
  brazil africa australia canada
  primary secondary standby replica backup failover dr active passive blue green canary staging production dev prod qa test testing
  read reads write writes hot warm cold cached uncached hit miss on-demand reserved spot
  scenario option alternative example template case simple complex naive hypothetical
  saved saving benefit avoided reduction reduced improvement improved increase increased decrease decreased growth grew gain
  drop dropped change delta faster slower more less additional extra overhead revenue profit loss lost earned waste wasted
  mobile desktop web ios android internal external public private each single multi per used free available allocated
  black friday holiday weekend weekday first second third upfront one-time recurring`);

/** Behind "per" they name how a page is ordered, and not what an amount is for one of. */
export const groupingWords = words(
  'service component category plane team type layer feature product system provider vendor month year',
);
