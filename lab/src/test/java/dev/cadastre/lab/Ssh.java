package dev.cadastre.lab;

import java.nio.file.Path;

/** OpenSSH's client, as the peer that says whether a host answers. */
final class Ssh {
    private Ssh() {}

    static String run(Lab lab, LabHost host, String command) {
        return run(lab, lab.knownHosts(), host, command);
    }

    static String run(Lab lab, Path knownHosts, LabHost host, String command) {
        return Command.run(
                "ssh",
                "-F",
                lab.sshConfig().toString(),
                "-o",
                "UserKnownHostsFile=" + knownHosts,
                "-o",
                "ConnectTimeout=2",
                host.name(),
                command);
    }
}
