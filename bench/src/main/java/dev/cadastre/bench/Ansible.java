package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The peer that does what it does through Python on each host. */
final class Ansible {

    private static final String PLAYBOOK =
            """
            - hosts: all
              gather_facts: no
              tasks:
                - setup:
                - package_facts:
                    manager: apt
            """;

    private static final String KEPT = " -o ControlMaster=auto -o ControlPersist=60s";

    private Ansible() {}

    static boolean available() {
        return Shell.available("ansible-playbook");
    }

    /** Gathers facts and packages: one run, as it takes so long that chance matters little. */
    static Samples gather(LabHosts hosts) throws IOException, InterruptedException {
        Path playbook = hosts.file("playbook.yml", PLAYBOOK);
        return Samples.of(play(hosts, hosts.ansibleInventory(), playbook).seconds());
    }

    /**
     * Runs a playbook on the hosts of an inventory, 50 at once, with pipelining and, as it does by
     * itself, over connections that are kept for a minute.
     */
    static Shell.Ended play(LabHosts hosts, Path inventory, Path playbook)
            throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "ANSIBLE_PIPELINING", "True",
                        "ANSIBLE_FORKS", "50",
                        "ANSIBLE_HOST_KEY_CHECKING", "False",
                        "ANSIBLE_SSH_ARGS", "-F " + hosts.sshConfig() + KEPT,
                        "ANSIBLE_SSH_CONTROL_PATH_DIR", hosts.file("ansible", "") + ".ssh",
                        "ANSIBLE_LOCAL_TEMP", hosts.file("ansible", "") + ".tmp",
                        "ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3",
                        "ANSIBLE_DISPLAY_OK_HOSTS", "False");
        return Shell.run(
                settings, "ansible-playbook", "-i", inventory.toString(), playbook.toString());
    }
}
