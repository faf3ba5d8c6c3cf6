package dev.cadastre.server.change.hosts;

import dev.cadastre.change.host.HostBundles;
import dev.cadastre.change.host.Shell;
import dev.cadastre.change.host.ShellHosts;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.Estate;
import org.springframework.stereotype.Component;

/** The hosts of the estate, as the server connects to them. */
@Component
class DispatchedHosts implements HostsOfRuns {

    private final Estate estate;
    private final Dispatch dispatch;

    DispatchedHosts(Estate estate, Dispatch dispatch) {
        this.estate = estate;
        this.dispatch = dispatch;
    }

    @Override
    public Hosts of(RunSecrets secrets) {
        return new ShellHosts(this::shell, secrets);
    }

    @Override
    public HostBundles bundles(String host) {
        return new HostBundles(shell(host));
    }

    private Shell shell(String host) {
        return estate.host(host)
                .map(dispatch::shell)
                .orElseGet(() -> Shell.outOfReach("the estate does not declare it any more"));
    }
}
