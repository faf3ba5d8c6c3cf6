package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Daemons of OpenRC and of System V init, as their scripts, links and pid files tell. */
final class ScriptDaemons {

    private static final Pattern SCRIPT = Pattern.compile("/etc/init\\.d/([^/]+)");
    private static final Pattern START_LINK = Pattern.compile("/etc/rc[2-5]\\.d/S[0-9]{1,3}(.+)");
    private static final Pattern RUNLEVEL = Pattern.compile("/etc/runlevels/[^/]+/([^/]+)");
    private static final Pattern LOCK = Pattern.compile("/var/lock/subsys/([^/]+)");
    private static final Pattern OPENRC_STATE = Pattern.compile("/run/openrc/([a-z]+)/([^/]+)");
    private static final Pattern PID_FILE = Pattern.compile("([0-9]{1,9}) .*/([^/]+)\\.pid");

    /** Scripts that set the host up or shut it down, and those that others include. */
    private static final Set<String> NO_DAEMON =
            Set.of(
                    "functions",
                    "skeleton",
                    "rc",
                    "rcS",
                    "README",
                    "halt",
                    "killall",
                    "single",
                    "reboot",
                    "sendsigs",
                    "umountfs",
                    "umountroot",
                    "umountnfs.sh",
                    "hwclock.sh",
                    "functions.sh",
                    "netconsole");

    private final boolean openrc;
    private final Set<String> scripts = new TreeSet<>();
    private final Set<String> enabled = new HashSet<>();
    private final Map<String, Daemon.State> states = new HashMap<>();
    private final Map<String, Integer> pids = new HashMap<>();

    private ScriptDaemons(boolean openrc) {
        this.openrc = openrc;
    }

    static List<Daemon> read(SectionText text) {
        ScriptDaemons read = new ScriptDaemons(text.has("openrc"));
        text.lines(read.openrc ? "openrc" : "sysv").forEach(read::path);
        text.lines("pid-files").forEach(read::pidFile);
        return read.daemons();
    }

    private void path(String path) {
        name(SCRIPT, path).filter(name -> !NO_DAEMON.contains(name)).ifPresent(scripts::add);
        name(START_LINK, path).ifPresent(enabled::add);
        name(RUNLEVEL, path).ifPresent(enabled::add);
        name(LOCK, path).ifPresent(name -> states.put(name, Daemon.State.RUNNING));
        Matcher state = OPENRC_STATE.matcher(path);
        if (state.matches()) {
            states.put(state.group(2), openrcState(state.group(1)));
        }
    }

    private static java.util.Optional<String> name(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches()
                ? java.util.Optional.of(matcher.group(1))
                : java.util.Optional.empty();
    }

    private static Daemon.State openrcState(String folder) {
        return switch (folder) {
            case "started" -> Daemon.State.RUNNING;
            case "starting" -> Daemon.State.STARTING;
            case "stopping" -> Daemon.State.STOPPING;
            case "failed" -> Daemon.State.FAILED;
            default -> Daemon.State.UNKNOWN;
        };
    }

    private void pidFile(String line) {
        Matcher matcher = PID_FILE.matcher(line);
        if (matcher.matches()) {
            OptionalInt pid = Numbers.upTo(Integer.MAX_VALUE, matcher.group(1));
            pid.ifPresent(number -> pids.putIfAbsent(matcher.group(2), number));
        }
    }

    private List<Daemon> daemons() {
        List<Daemon> daemons = new ArrayList<>();
        for (String script : scripts) {
            Integer pid = pid(script);
            daemons.add(
                    new Daemon(
                            script,
                            state(script, pid),
                            enabled.contains(script),
                            pid,
                            openrc ? Daemon.Init.OPENRC : Daemon.Init.SYSV));
        }
        return daemons;
    }

    /** The script of sshd is ssh on some systems, and that of cron is crond on others. */
    private @Nullable Integer pid(String script) {
        Integer pid = pids.get(script);
        return pid != null ? pid : pids.get(script + "d");
    }

    private Daemon.State state(String script, @Nullable Integer pid) {
        Daemon.State told = states.get(script);
        if (told != null) {
            return told;
        }
        if (pid != null) {
            return Daemon.State.RUNNING;
        }
        return openrc ? Daemon.State.STOPPED : Daemon.State.UNKNOWN;
    }
}
