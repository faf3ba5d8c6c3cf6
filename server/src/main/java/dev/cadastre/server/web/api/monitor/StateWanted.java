package dev.cadastre.server.web.api.monitor;

import dev.cadastre.server.monitoring.MonitorState;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which states are asked for. */
enum StateWanted {
    PENDING,
    OK,
    WARNING,
    UNKNOWN,
    CRITICAL,
    /** All that somebody has to do something about. */
    PROBLEM;

    Set<MonitorState> states() {
        return this == PROBLEM
                ? Arrays.stream(MonitorState.values())
                        .filter(MonitorState::isProblem)
                        .collect(Collectors.toSet())
                : Set.of(MonitorState.valueOf(name()));
    }
}
