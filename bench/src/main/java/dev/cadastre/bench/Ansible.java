package dev.cadastre.bench;

import java.io.IOException;
import java.util.Map;

/** The peer that gathers facts and packages through Python on each host. */
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

    private Ansible() {}

    static boolean available() {
        return Shell.available("ansible-playbook");
    }

    /** One run, as it takes so long that chance matters little. */
    static Samples gather(LabHosts hosts) throws IOException, InterruptedException {
        String playbook = hosts.file("playbook.yml", PLAYBOOK).toString();
        String inventory = hosts.ansibleInventory().toString();
        Map<String, String> settings =
                Map.of(
                        "ANSIBLE_PIPELINING", "True",
                        "ANSIBLE_FORKS", "50",
                        "ANSIBLE_HOST_KEY_CHECKING", "False",
                        "ANSIBLE_SSH_ARGS", "-F " + hosts.sshConfig(),
                        "ANSIBLE_LOCAL_TEMP", hosts.file("ansible", "") + ".tmp",
                        "ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3",
                        "ANSIBLE_DISPLAY_OK_HOSTS", "False");
        return Samples.of(
                Shell.run(settings, "ansible-playbook", "-i", inventory, playbook).seconds());
    }
}
