package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A daemon that runs and is started with the host, or not. With a command it is made, too: as a
 * unit where there is systemd, elsewhere under a supervisor of ours, which starts it again when it
 * ends but is not itself started with the host.
 *
 * @param daemon as the init system knows it
 * @param command what it is, for a shell; empty for a daemon that is there already
 * @param account who it runs as, if it has a command; empty for the job's own
 * @param folder where it runs, if it has a command; empty for the root
 * @param running whether it is to run
 * @param enabled whether it is to be started with the host
 */
public record EnsureDaemon(
        String daemon,
        String command,
        String account,
        String folder,
        boolean running,
        boolean enabled)
        implements Undoable {

    private static final String ANY = "any";

    /** Checks the names. */
    public EnsureDaemon {
        Names.requireDaemon(daemon);
        if (!account.isEmpty()) {
            Names.requireAccount(account);
        }
        folder = folder.isEmpty() ? "" : Names.requirePath(folder);
        if (folder.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a daemon's folder has a control character");
        }
    }

    /** One that is there already, and is to run and to be started with the host. */
    public static EnsureDaemon of(String daemon) {
        return new EnsureDaemon(daemon, "", "", "", true, true);
    }

    @Override
    public String name() {
        return "daemon.ensure";
    }

    @Override
    public String summary() {
        return daemon
                + (running ? " runs" : " does not run")
                + (enabled ? ", and is started with the host" : "");
    }

    @Override
    public Script script(ScriptContext context) {
        String unit = command.isEmpty() ? "" : SystemdUnit.of(daemon, command, account, folder);
        return script(daemon, command, account, folder, unit, command.isEmpty() ? "no" : "yes")
                .with("running", running)
                .with("enabled", enabled)
                .script();
    }

    /**
     * Lets it run, or not, as it did. A unit or command of it that was not there is removed, one
     * that was changed is brought back.
     */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        if (!before.containsKey("running") || before.containsKey("unit.size")) {
            return Optional.empty();
        }
        String enabled = before.getOrDefault("enabled", ANY);
        return Optional.of(
                made(before)
                        .with("running", before.getOrDefault("running", ANY))
                        .with("enabled", enabled.equals("static") ? ANY : enabled)
                        .script());
    }

    /**
     * Lets a daemon that was made be there, or not, as it was.
     *
     * @param before what the script of its removal said was there
     */
    static Optional<Script> undoRemoval(String daemon, Map<String, String> before) {
        return before.getOrDefault("made", "").equals("file")
                ? new EnsureDaemon(daemon, "", "", "", true, true).undo(before)
                : Optional.empty();
    }

    static OperationScript removal(String daemon) {
        return script(daemon, "", "", "", "", "removed")
                .with("running", "no")
                .with("enabled", "no");
    }

    private OperationScript made(Map<String, String> before) {
        String made = before.getOrDefault("made", "");
        String unit = before.getOrDefault("unit", "");
        return switch (made) {
            case "absent" -> script(daemon, command, account, folder, "", "removed");
            case "file" ->
                    script(
                            daemon,
                            before.getOrDefault("command", command),
                            before.getOrDefault("account", account),
                            before.getOrDefault("folder", folder),
                            new String(Base64.getDecoder().decode(unit), StandardCharsets.UTF_8),
                            "yes");
            default -> script(daemon, "", "", "", "", "no");
        };
    }

    private static OperationScript script(
            String daemon,
            String command,
            String account,
            String folder,
            String unit,
            String made) {
        byte[] bytes = unit.getBytes(StandardCharsets.UTF_8);
        return OperationScript.of("ensure-daemon.sh")
                .sharing("daemon.sh")
                .with("name", daemon)
                .with("made", made)
                .with("has_command", !made.equals("no"))
                .with("command", command)
                .with("run_as", account)
                .with("run_in", folder)
                .with("unit", unit)
                .with("unit_sha", ContentDigest.sha256(bytes))
                .with("unit_crc", ContentDigest.cksum(bytes));
    }
}
