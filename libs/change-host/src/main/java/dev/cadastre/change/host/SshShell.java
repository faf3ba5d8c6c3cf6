package dev.cadastre.change.host;

import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;

/** Runs command lines on a host over SSH, by connections that are kept. */
public final class SshShell implements Shell {

    private final SshConnections connections;
    private final Target target;

    /** By connections that somebody else closes. */
    public SshShell(SshConnections connections, Target target) {
        this.connections = connections;
        this.target = target;
    }

    @Override
    public boolean offersTerminal() {
        return true;
    }

    @Override
    public Ended execute(Call call) {
        throw new UnsupportedOperationException(connections + " " + target);
    }
}
