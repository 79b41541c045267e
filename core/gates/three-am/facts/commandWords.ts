/** The commands that people run while something is broken. */
import { listOf } from './words.ts';

/** A shell line that begins with one of these looks at a running system or changes it. */
export const commands = listOf(`
  kubectl, oc, aws, gcloud, gsutil, bq, az, doctl, eksctl, docker, crictl, nerdctl, podman, ctr, curl, wget, http, httpie, grpcurl, psql, pg_ctl, pg_isready, patronictl, repmgr,
  mysql, mysqladmin, mysqldump, redis-cli, mongo, mongosh, mongostat, mongotop, cqlsh, nodetool, etcdctl, consul, vault, nomad, kafka-[a-z-]+(?:\\.sh)?, rabbitmqctl,
  rabbitmq-diagnostics, nats, pulsar-admin, systemctl, service, journalctl, dmesg, grep, egrep, zgrep, rg, tail, less, cat, awk, top, htop, iotop, iostat, vmstat, mpstat, sar,
  pidstat, netstat, ss, lsof, strace, ltrace, perf, tcpdump, tshark, dig, nslookup, host, ping, traceroute, mtr, nc, telnet, openssl, ps, pgrep, pstree, kill, pkill, free, df, du,
  uptime, ip, ifconfig, arp, iptables, ethtool, conntrack, sysctl, jstack, jmap, jstat, jcmd, jps, py-spy, gdb, istioctl, linkerd, helm, terraform, git, ssh, nginx, varnishstat,
  varnishlog, varnishadm, pgbouncer, promtool, amtool, logcli, stern, ceph, gluster, hdfs, yarn, flink, airflow, memcached-tool, watch, bpftrace, heroku, snowsql,
  clickhouse-client, sqlcmd, sqlplus, tsh, chronyc, ntpq, timedatectl, nvidia-smi, go tool pprof, go tool trace
`);

/** Behind a command these set something up or build it, long before anything is broken. */
export const setups = listOf(`
  install, build, init, clone, login, configure, push, pull, commit, add, apply, create, create-[a-z-]+, new, import, package, test, compose, run, plan, --cluster, put-metric-alarm,
  register-[a-z-]+, repo, merge, checkout, version, --version, tag, address
`);

/** Commands that are words of a sentence, too: outside of a shell's fence they count with an option only. */
export const wordlike: ReadonlySet<string> = new Set(
  listOf(`
    service, less, cat, top, tail, watch, free, host, kill, ping, ip, ss, ps, nc, df, du, perf, git, consul, vault, nomad, helm, oc, nginx, mongo, mysql, docker, aws, http,
    flink, airflow, yarn, nats, ssh, ctr, uptime, sar, arp, az, bq, gdb, terraform, pgbouncer, linkerd, ceph, dig, hdfs, heroku, go
  `),
);

/** Languages of fences that are typed at a prompt. */
export const shells: ReadonlySet<string> = new Set(
  listOf('bash, sh, shell, zsh, fish, console, terminal, shell-session, shellsession, powershell, ps1, pwsh, cmd, bat'),
);

/** Languages of fences that show what a system said, or that say nothing of what they hold. */
export const outputs: ReadonlySet<string> = new Set(
  listOf('text, txt, log, logs, plain, plaintext, output').concat(''),
);

/** Languages of fences that hold queries about a running system. */
export const queries: ReadonlySet<string> = new Set(
  listOf('promql, logql, kusto, kql, spl, splunk, lucene, traceql, flux, influxql'),
);

/** Where databases tell about themselves. */
export const catalogues =
  /\b(?:pg_(?:stat|locks|replication|catalog|class|database|settings)\w*|information_schema|performance_schema|innodb_\w+|sys\.|v\$|gv\$|dba_\w+|system\.\w+|stl_\w+|stv_\w+|svl_\w+)/i;
