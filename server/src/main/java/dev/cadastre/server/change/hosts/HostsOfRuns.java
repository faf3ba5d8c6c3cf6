package dev.cadastre.server.change.hosts;

import dev.cadastre.change.host.HostBundles;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.RunSecrets;

/** The way to the hosts of a run. Thread-safe. */
public interface HostsOfRuns {

    /** The hosts of the estate, for a run that has these secrets. */
    Hosts of(RunSecrets secrets);

    /** What lies on a host while runs change it; the caller closes it. */
    HostBundles bundles(String host);
}
