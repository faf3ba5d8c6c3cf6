package dev.cadastre.change.operation;

/** The unit file of a daemon that is no more than a command. */
final class SystemdUnit {

    private SystemdUnit() {}

    static String of(String name, String command, String account, String folder) {
        StringBuilder unit = new StringBuilder();
        unit.append("[Unit]\nDescription=").append(name).append("\nAfter=network.target\n\n");
        unit.append("[Service]\nExecStart=/bin/sh -c \"").append(escaped(command)).append("\"\n");
        if (!account.isEmpty()) {
            unit.append("User=").append(account).append('\n');
        }
        if (!folder.isEmpty()) {
            unit.append("WorkingDirectory=").append(folder.replace("%", "%%")).append('\n');
        }
        unit.append("ExecReload=/bin/kill -HUP $MAINPID\n");
        unit.append("Restart=always\nRestartSec=1\n\n[Install]\nWantedBy=multi-user.target\n");
        return unit.toString();
    }

    /** As systemd.service(5) wants it within double quotes. */
    private static String escaped(String command) {
        return command.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("%", "%%")
                .replace("$", "$$");
    }
}
