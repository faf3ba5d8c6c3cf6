package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Daemons as systemctl lists units, unit files and control groups. */
final class SystemdDaemons {

    private static final String SUFFIX = ".service";

    /** Units that come and go with sessions and single commands. */
    private static final Pattern PASSING =
            Pattern.compile("(user|user-runtime-dir)@[0-9]+|run-[0-9a-z]+|session-.*|.*@");

    private SystemdDaemons() {}

    static List<Daemon> read(SectionText text) {
        Map<String, String> enablement = columns(text.lines("systemd-files"));
        Map<String, String> processes = columns(text.lines("systemd-processes"));
        Set<String> told = new HashSet<>();
        List<Daemon> daemons = new ArrayList<>();
        for (String line : text.lines("systemd-units")) {
            String[] words = line.replaceFirst("^[^\\x21-\\x7e]+", "").strip().split("\\s+", 5);
            String name = words.length < 4 ? null : name(words[0]);
            if (name != null && !words[1].equals("not-found") && told.add(name)) {
                daemons.add(
                        new Daemon(
                                name,
                                state(words[2], words[3]),
                                enabled(enablement.get(name)),
                                pid(processes.get(name)),
                                Daemon.Init.SYSTEMD));
            }
        }
        enablement.keySet().stream()
                .filter(told::add)
                .map(name -> stopped(name, enablement))
                .forEach(daemons::add);
        return daemons;
    }

    private static Daemon stopped(String name, Map<String, String> enablement) {
        return new Daemon(
                name,
                Daemon.State.STOPPED,
                enabled(enablement.get(name)),
                null,
                Daemon.Init.SYSTEMD);
    }

    /** The second column by the unit's name. */
    private static Map<String, String> columns(List<String> lines) {
        Map<String, String> columns = new HashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", 3);
            String name = words.length < 2 ? null : name(words[0]);
            if (name != null) {
                columns.putIfAbsent(name, words[1]);
            }
        }
        return columns;
    }

    private static @Nullable String name(String unit) {
        if (!unit.endsWith(SUFFIX)) {
            return null;
        }
        String name = unit.substring(0, unit.length() - SUFFIX.length());
        return name.isEmpty() || PASSING.matcher(name).matches() ? null : name;
    }

    private static Daemon.State state(String active, String sub) {
        return switch (active) {
            case "active" -> sub.equals("exited") ? Daemon.State.DONE : Daemon.State.RUNNING;
            case "reloading" -> Daemon.State.RUNNING;
            case "activating" -> Daemon.State.STARTING;
            case "deactivating" -> Daemon.State.STOPPING;
            case "inactive" -> Daemon.State.STOPPED;
            case "failed" -> Daemon.State.FAILED;
            default -> Daemon.State.UNKNOWN;
        };
    }

    private static @Nullable Boolean enabled(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "enabled", "enabled-runtime", "linked", "linked-runtime" -> true;
            case "disabled", "masked", "masked-runtime" -> false;
            default -> null;
        };
    }

    private static @Nullable Integer pid(@Nullable String text) {
        OptionalInt pid = Numbers.upTo(Integer.MAX_VALUE, text);
        return pid.isPresent() ? pid.getAsInt() : null;
    }
}
