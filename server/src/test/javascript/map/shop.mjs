// A small estate as the server tells it: a balancer before two programs, with a database and a cache.

const MODULES = '../../../main/resources/static/assets/map/';
export const load = name => import(MODULES + name);

const MOMENT = '2026-11-01T12:00:00.000Z';

export function asset(id, more = {}) {
  const kind = id.slice(0, id.indexOf(':'));
  return {
    id, kind, title: id.slice(kind.length + 1), environment: 'prod', presence: 'SEEN',
    since: MOMENT, firstSeen: MOMENT, product: null, labels: {}, attributes: {}, owner: null, ...more
  };
}

export function relation(source, type, target, more = {}) {
  return {
    source, type, target, sight: 'SEEN', standing: 'STEADY', since: MOMENT, firstSeen: MOMENT,
    alternatives: null, evidence: [], conflict: null, ...more
  };
}

/** A program on a host with the service that it provides. */
export function program(name, port, host, environment = 'prod') {
  const daemon = `daemon:${name}@${host}`;
  const service = `service:${port}-tcp@${host}`;
  return {
    assets: [asset(daemon, { environment }), asset(service, { environment }), asset('host:' + host, { environment })],
    relations: [relation(daemon, 'RUNS_ON', 'host:' + host), relation(daemon, 'PROVIDES', service)]
  };
}

export function map(...parts) {
  return {
    at: MOMENT, omitted: 0,
    assets: parts.flatMap(part => part.assets ?? []),
    relations: parts.flatMap(part => part.relations ?? [])
  };
}

export function shop() {
  return map(
    program('haproxy', 443, 'lb1'), program('gunicorn', 8000, 'web1'), program('gunicorn', 8000, 'web2'),
    program('postgresql', 5432, 'db1'), program('redis', 6379, 'cache1'), program('sshd', 22, 'web1'),
    {
      assets: [asset('app:shop@prod'), asset('team:payments', { environment: null }), asset('external:203.0.113.7', { environment: null })],
      relations: [
        relation('app:shop@prod', 'RUNS_ON', 'host:web1'), relation('app:shop@prod', 'RUNS_ON', 'host:web2'),
        relation('app:shop@prod', 'OWNED_BY', 'team:payments'),
        ...['web1', 'web2'].flatMap(web => [
          relation('daemon:haproxy@lb1', 'CONNECTS_TO', `service:8000-tcp@${web}`, { alternatives: { name: 'web', assumed: true } }),
          relation(`daemon:gunicorn@${web}`, 'CONNECTS_TO', 'service:5432-tcp@db1'),
          relation(`daemon:gunicorn@${web}`, 'CONNECTS_TO', 'service:6379-tcp@cache1', { standing: 'OCCASIONAL' })
        ]),
        relation('daemon:gunicorn@web1', 'CONNECTS_TO', 'external:203.0.113.7', { sight: 'CLAIMED' })
      ]
    });
}
