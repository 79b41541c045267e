/** Words around a component's name: those that change nothing about what it is, and those that make it something else. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Which one, how many, where, whose: "Redis cluster 2", "global load balancer", "PostgreSQL primary". In the singular. */
export const neutralWords = words(`
  cluster instance node nodes replica primary secondary master slave leader follower standby hot warm cold main backup active
  passive shard partition group pool fleet farm set tier layer plane farm global regional local internal external public
  private shared advanced basic central centralized managed self hosted custom legacy new old current target source multi single
  region zone az datacenter dc us eu apac asia emea east west north south central1 europe america virginia oregon ireland
  frankfurt singapore tokyo enterprise serverless distributed dedicated high availability ha real time realtime production
  prod staging dev premium standard pro open based backed powered large small medium first second third
  system stack platform deployment v1 v2 v3 v4 one two three n`);

/** Makers' names that stand before a product's or a category's. */
export const vendorWords = words(
  'aws amazon azure google gcp cloud apache microsoft hashicorp confluent oracle alibaba ibm hp vmware netflix uber facebook meta twitter linkedin airbnb elastic',
);

/** What somebody does, not what runs: a label that begins so is a step. */
export const actionWords = words(`
  check query update get fetch send call invalidate return restart scale deploy create delete validate add drop is are does do should
  if when while no not missing failed failing slow overloaded degraded corrupted broken lost stale unavailable down wait retry
  try use using choose select switch promote verify ensure investigate identify analyze analyse increase decrease reduce enable
  disable kill stop start begin run execute review migrate move copy restore recover rollback roll open close isolate notify page
  avoid fix flush clear drain reroute redirect connect disconnect apply configure set setup install upgrade contact assign
  initial bad why what how who where which can has have too many any all every each without hit miss`);

/** Words of a sentence: a name has none of them. */
export const sentenceWords = words(
  'the a an to from into in at on by with without for of or than then that this these those is are was were be been has have had not cannot its their via per as',
);

/** What happens to a component, or is said of it: "Kafka migration", "Redis timeout" are not Kafka and Redis. In the singular. */
export const eventWords = words(`
  failure failed fail fails failing migration timeout outage error cost costs price latency lag recovery crash crashed down downtime
  overload overloaded connection query limit check scaling tuning setup miss hit hits misses ratio rate usage utilization capacity
  throughput performance optimization issue problem incident bug attack breach loss lost corruption corrupted corrupt restart
  restarted update updated upgrade release rollback failover split brain bottleneck spike surge storm pressure exhaustion exhausted
  saturation saturated full degraded degradation slow stale unavailable unreachable impact analysis review test tests testing
  benefit advantage pattern strategy model approach architecture design team engineer support license licence contract vendor
  training skill expertise pricing bill invoice budget saving savings comparison vs versus alternative option choice choices
  step phase stage case example scenario requirement metric result config configuration rule command code schema format protocol
  client sdk library driver language version adoption revenue customer user users request requests response write writes read reads
  exporter account region size size growth plan planning evolution history era policy policies replication sync rebalance
  consistency lookup invalidation eviction expiry stampede avalanche warming hint hints scan lock deadlock leak`);

/** Whose part it is when it is not ours: partners and what is bought as a service have no plane of ours. In the singular. */
export const outsideWords = words(`
  external third party partner vendor stripe paypal braintree adyen twilio sendgrid mailchimp visa mastercard amex bank issuer
  acquirer regulator isp carrier apns fcm client mobile browser frontend desktop smartphone ios android`);

/** Categories that name a part only when nothing else is said: "Metrics" is one, "Latency metrics" are figures; and products named by a common word. In the singular. */
export const bareWords = words(
  'metrics metric log logs stream topic function disk ssd logging application telemetry monitor',
);
