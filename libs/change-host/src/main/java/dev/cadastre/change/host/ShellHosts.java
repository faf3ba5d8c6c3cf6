package dev.cadastre.change.host;

import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;
import java.util.function.Function;

/**
 * Hosts that a run reaches by a shell. The password of an account that may use sudo is the secret
 * {@value #SUDO}. Thread-safe.
 */
public final class ShellHosts implements Hosts {

    /** The name by which {@link RunSecrets} is asked for the password that sudo asks for. */
    public static final String SUDO = "sudo";

    private final Function<String, Shell> shells;
    private final RunSecrets secrets;

    /**
     * By any shells.
     *
     * @param shells gives the shell of a host, which is closed with the session; {@link
     *     Shell#outOfReach} if there is none
     */
    public ShellHosts(Function<String, Shell> shells, RunSecrets secrets) {
        this.shells = shells;
        this.secrets = secrets;
    }

    /**
     * Over SSH.
     *
     * @param connections which somebody else closes
     */
    public static ShellHosts overSsh(
            SshConnections connections, Function<String, Target> targets, RunSecrets secrets) {
        return new ShellHosts(host -> new SshShell(connections, targets.apply(host)), secrets);
    }

    @Override
    public HostSession session(String host) {
        return new ShellSession(shells.apply(host), secrets, new HostPrograms("/bin/sh"));
    }
}
