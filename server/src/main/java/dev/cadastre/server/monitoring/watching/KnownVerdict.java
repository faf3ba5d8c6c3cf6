package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.running.Kinds;
import java.util.Optional;

/** What follows for a monitor from what the register says. Pure. */
final class KnownVerdict {

    private static final String WARNING = "warning";

    private KnownVerdict() {}

    /**
     * The result; empty if it is not known yet. What was found out before a monitor was there says
     * nothing of it, for its host may be as new.
     */
    static Optional<PluginResult> of(Watched one, KnownAnswer answer) {
        if (one.row().host() == 0) {
            return Optional.of(
                    PluginResult.unknown(
                            "%s is on no host, and the register answers for hosts alone"
                                    .formatted(one.row().asset())));
        }
        return switch (answer) {
            case KnownAnswer.Unanswered(String why) -> Optional.of(PluginResult.unknown(why));
            case KnownAnswer.NotYet _ -> Optional.empty();
            case KnownAnswer.Known known ->
                    isNew(one) && known.at().isBefore(one.row().madeAt())
                            ? Optional.empty()
                            : Optional.of(judge(one, known));
        };
    }

    static boolean isNew(Watched one) {
        return one.standing().state() == MonitorState.PENDING;
    }

    private static PluginResult judge(Watched one, KnownAnswer.Known known) {
        return known.hosts().contains(one.row().host())
                ? PluginResult.stated(problem(one.definition()), known.breached())
                : PluginResult.stated(PluginState.OK, known.kept());
    }

    private static PluginState problem(MonitorDefinition definition) {
        return definition
                .setting(Kinds.SEVERITY.name())
                .filter(WARNING::equalsIgnoreCase)
                .map(_ -> PluginState.WARNING)
                .orElse(PluginState.CRITICAL);
    }
}
